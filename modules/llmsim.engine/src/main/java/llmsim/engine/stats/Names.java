package llmsim.engine.stats;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counters by name; past {@value #MOST} different names, and for very long ones, all are counted as one. */
final class Names {
    static final int MOST = 1_000;
    static final int LONGEST = 128;
    static final String OTHER = "other";

    private final ConcurrentHashMap<String, LongAdder> counters = new ConcurrentHashMap<>();

    void count(String name) {
        var counter = counters.get(name);
        if (counter == null) {
            var kept = counters.size() >= MOST || name.length() > LONGEST ? OTHER : name;
            counter = counters.computeIfAbsent(kept, _ -> new LongAdder());
        }
        counter.increment();
    }

    Map<String, Long> all() {
        var all = new TreeMap<String, Long>();
        counters.forEach((name, counter) -> all.put(name, counter.sum()));
        return all;
    }
}

package llmsim.engine.random;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts how often the same request was admitted before in the same session. Bounded: the first {@value #EXACT}
 * different requests are counted each by itself, later ones share counters, which only makes numbers jump. A number is
 * never given twice for the same request. Thread-safe, without locks on a known request.
 */
final class Occurrences {
    static final int EXACT = 100_000;
    private static final int SHARED = 1 << 16;

    private final ConcurrentHashMap<Long, AtomicLong> exact = new ConcurrentHashMap<>();
    private final AtomicInteger places = new AtomicInteger(EXACT);
    private final AtomicLongArray shared = new AtomicLongArray(SHARED);

    /** The number k of this occurrence, from 0. */
    long next(String session, long request) {
        var key = Mix.of(request, session);
        var known = exact.get(key);
        if (known == null) {
            // Atomic for the key: whoever finds no place here, later finds none either.
            known = exact.computeIfAbsent(key, _ -> takePlace() ? new AtomicLong() : null);
        }
        return known != null ? known.getAndIncrement() : shared.getAndIncrement((int) (key & (SHARED - 1)));
    }

    private boolean takePlace() {
        return places.get() > 0 && places.getAndDecrement() > 0;
    }
}

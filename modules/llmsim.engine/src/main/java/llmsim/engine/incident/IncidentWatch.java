package llmsim.engine.incident;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Tells the log when an incident has begun and when it is over. It has no thread of its own: whoever looks first at what
 * lasts notices the change, a request or somebody who asks for statistics. Thread-safe.
 */
public final class IncidentWatch {
    private static final System.Logger LOG = System.getLogger("llmsim.incidents");

    private final ReentrantLock lock = new ReentrantLock();
    private volatile List<Incident> seen = List.of();
    private Set<String> lasting = Set.of();

    /** A watch that has seen nothing. */
    public IncidentWatch() {}

    /** These last now. */
    public void see(List<Incident> now) {
        // Asked by every request: what lasts is the same list as long as all or none of the incidents last.
        if (!now.equals(seen)) {
            lock.lock();
            try {
                var names = now.stream().map(Incident::name).collect(Collectors.toUnmodifiableSet());
                tell(lasting, names);
                lasting = names;
                seen = now;
            } finally {
                lock.unlock();
            }
        }
    }

    private static void tell(Set<String> before, Set<String> now) {
        without(now, before).forEach(name -> LOG.log(System.Logger.Level.INFO, () -> "incident " + name + " begins"));
        without(before, now).forEach(name -> LOG.log(System.Logger.Level.INFO, () -> "incident " + name + " is over"));
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        var left = new HashSet<>(some);
        left.removeAll(others);
        return left;
    }
}

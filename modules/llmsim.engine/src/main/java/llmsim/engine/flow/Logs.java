package llmsim.engine.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.problem.ProblemException;

/**
 * The answers that are played into logs, by provider and answer id. Of those that are over the oldest go when there are
 * too many; of those under way there is a greatest number, because no client has to wait for them. Thread-safe.
 */
final class Logs {
    static final int MOST_OVER = 256;
    static final int MOST_UNDER_WAY = 4_096;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Key, LoggedPlay> underWay = new LinkedHashMap<>();
    private final Map<Key, LoggedPlay> over = new LinkedHashMap<>();

    /** What a call is refused with for which there is no room. */
    static ProblemException full() {
        return Problem.Stated.of(
                        Category.UNAVAILABLE, "At most " + MOST_UNDER_WAY + " responses can be made in the background")
                .asException();
    }

    /** Adds one that begins; whether there was room for it. */
    boolean add(String provider, String id, LoggedPlay play) {
        lock.lock();
        try {
            if (underWay.size() >= MOST_UNDER_WAY) {
                return false;
            }
            underWay.put(new Key(provider, id), play);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** One is over, and can be listened to for a while. */
    void end(String provider, String id) {
        var key = new Key(provider, id);
        lock.lock();
        try {
            var ended = underWay.remove(key);
            if (ended != null) {
                over.put(key, ended);
            }
            if (over.size() > MOST_OVER) {
                over.remove(over.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
    }

    Optional<LoggedPlay> find(String provider, String id) {
        var key = new Key(provider, id);
        lock.lock();
        try {
            return Optional.ofNullable(underWay.getOrDefault(key, over.get(key)));
        } finally {
            lock.unlock();
        }
    }

    private record Key(String provider, String id) {}
}

package llmsim.engine.mock;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Counts for each session by itself. Bounded: the session that was counted longest ago begins anew. Thread-safe. */
final class SessionCounts {
    static final int SESSIONS = 10_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Long> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > SESSIONS;
        }
    };

    /** How often the session was counted before. */
    long next(String session) {
        lock.lock();
        try {
            return counts.merge(session, 1L, Long::sum) - 1;
        } finally {
            lock.unlock();
        }
    }
}

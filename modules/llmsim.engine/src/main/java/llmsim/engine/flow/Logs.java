package llmsim.engine.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** The answers that are played into logs, by provider and answer id; the oldest go when there are too many. */
final class Logs {
    private static final int MOST = 256;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Key, FrameLog> logs = new LinkedHashMap<>();

    FrameLog open(String provider, String id) {
        lock.lock();
        try {
            var log = new FrameLog();
            logs.put(new Key(provider, id), log);
            if (logs.size() > MOST) {
                var oldest = logs.keySet().iterator();
                oldest.next();
                oldest.remove();
            }
            return log;
        } finally {
            lock.unlock();
        }
    }

    Optional<FrameLog> find(String provider, String id) {
        lock.lock();
        try {
            return Optional.ofNullable(logs.get(new Key(provider, id)));
        } finally {
            lock.unlock();
        }
    }

    private record Key(String provider, String id) {}
}

package llmsim.engine.script;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import llmsim.engine.random.Mix;

/**
 * The cursors of a run: one for each script and session. Bounded: of more than {@value #MOST} sessions the one that was
 * not heard of for longest is forgotten, and begins anew when it comes again. Thread-safe.
 */
final class Cursors {
    static final int MOST = 100_000;
    private static final int HASHED = 8;
    private static final int RADIX = 36;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, Cursor> sessions = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<String> tags = new HashSet<>();
    private long made;
    private long added;

    /** The cursor of a session with a script. */
    Cursor of(String script, String session) {
        var key = Mix.of(Mix.of(0, script), session);
        lock.lock();
        try {
            var cursor = sessions.computeIfAbsent(key, this::make);
            if (sessions.size() > MOST) {
                sessions.remove(sessions.keySet().iterator().next());
            }
            return cursor;
        } finally {
            lock.unlock();
        }
    }

    /** The key of a script that comes while others run: none of its name that was there before has the same. */
    String added(String script) {
        lock.lock();
        try {
            return script + "\n" + ++added;
        } finally {
            lock.unlock();
        }
    }

    /** A cursor that is never forgotten: of the requests that have no session, with a named script. */
    Cursor lasting(String script) {
        return new Cursor(hashed(Mix.of(0, script)));
    }

    private Cursor make(long key) {
        made++;
        return new Cursor(made <= MOST ? hashed(key) : Long.toString(made, RADIX));
    }

    /** The same for the same session in every run, as long as there are no more sessions than places. */
    private String hashed(long key) {
        var seed = key;
        while (true) {
            var digits = "0".repeat(HASHED) + Long.toUnsignedString(seed, RADIX);
            var tag = digits.substring(digits.length() - HASHED);
            if (tags.add(tag)) {
                return tag;
            }
            seed = Mix.of(seed, tag);
        }
    }
}

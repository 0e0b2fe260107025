package llmsim.engine.limit;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The pools in use, in a bounded table. A pool that is like new is forgotten when its place is needed, for a new one
 * says the same. While every place is in use, those who have none share pools, some of them each; nobody leaves a shared
 * pool before it is whole, so that nobody ever gets more than one pool has. Thread-safe; a pool comes with its lock
 * held. Locks are taken in the order growing, pool; looking for a place never waits for a pool.
 */
final class Pools {
    private static final int LOOKED_AT = 32;
    private static final int SHARED = 256;

    private final int most;
    private final ConcurrentHashMap<Key, Pool> own = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Key, Pool> shared = new ConcurrentHashMap<>();
    private final ReentrantLock growing = new ReentrantLock();
    private Iterator<Map.Entry<Key, Pool>> hand = Collections.emptyIterator();
    private int places;

    Pools(int most) {
        this.most = most;
    }

    private record Key(int plan, long owner) {
        Key share() {
            return new Key(plan, owner & (SHARED - 1));
        }
    }

    /** The owner's pool, for taking. */
    Pool enter(Plan plan, long owner, long nanos) {
        var key = new Key(plan.number(), owner);
        var known = known(key);
        return known != null ? known : admit(plan, key, nanos);
    }

    /** The owner's pool as it is; a new one stands for one that nobody needed yet. */
    Pool look(Plan plan, long owner, long nanos) {
        var key = new Key(plan.number(), owner);
        var known = known(key);
        var found = known != null ? known : sharedInUse(key, nanos);
        return found != null ? found : locked(new Pool(plan));
    }

    /** Pools that have a place of their own. */
    int size() {
        return own.size();
    }

    private @Nullable Pool known(Key key) {
        for (var pool = own.get(key); pool != null; pool = own.get(key)) {
            pool.enter();
            if (!pool.forgotten()) {
                return pool;
            }
            pool.leave();
        }
        return null;
    }

    private Pool admit(Plan plan, Key key, long nanos) {
        growing.lock();
        try {
            var known = known(key);
            if (known != null) {
                return known;
            }
            var busy = sharedInUse(key, nanos);
            if (busy != null) {
                return busy;
            }
            return hasPlace(nanos)
                    ? place(plan, key)
                    : locked(shared.computeIfAbsent(key.share(), _ -> new Pool(plan)));
        } finally {
            growing.unlock();
        }
    }

    private Pool place(Plan plan, Key key) {
        var pool = locked(new Pool(plan));
        own.put(key, pool);
        places++;
        return pool;
    }

    private @Nullable Pool sharedInUse(Key key, long nanos) {
        var pool = shared.get(key.share());
        if (pool == null) {
            return null;
        }
        pool.enter();
        if (!pool.likeNew(nanos)) {
            return pool;
        }
        pool.leave();
        return null;
    }

    private boolean hasPlace(long nanos) {
        for (var i = 0; i < LOOKED_AT && places >= most; i++) {
            if (!hand.hasNext()) {
                hand = own.entrySet().iterator();
            }
            forget(hand.next(), nanos);
        }
        return places < most;
    }

    private void forget(Map.Entry<Key, Pool> entry, long nanos) {
        var pool = entry.getValue();
        if (pool.tryEnter()) {
            try {
                if (pool.forget(nanos) && own.remove(entry.getKey(), pool)) {
                    places--;
                }
            } finally {
                pool.leave();
            }
        }
    }

    private static Pool locked(Pool pool) {
        pool.enter();
        return pool;
    }
}

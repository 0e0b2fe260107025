package llmsim.server.http;

import java.util.concurrent.atomic.AtomicLong;

/** Bounds the memory that the bodies of all requests under way have together, from arrival to answer. Thread-safe. */
final class BodyMemory {
    private final long most;
    private final AtomicLong held = new AtomicLong();

    /**
     * @param most bytes of all bodies together
     * @param largest bytes of one body, which always has room where no other is
     */
    BodyMemory(long most, long largest) {
        this.most = Math.max(most, largest + HttpLimits.CHUNK_OVERHEAD_BYTES);
    }

    /** Bytes that are held. */
    long held() {
        return held.get();
    }

    /** Room for one connection, which holds nothing yet. */
    Room room() {
        return new Room();
    }

    /** What one connection holds. Used by its thread alone. */
    final class Room {
        private long own;

        /** Holds so many bytes more; whether there is room for them. */
        boolean take(int bytes) {
            if (held.addAndGet(bytes) > most) {
                held.addAndGet(-bytes);
                return false;
            }
            own += bytes;
            return true;
        }

        /** Gives all of it back. */
        void clear() {
            held.addAndGet(-own);
            own = 0;
        }
    }
}

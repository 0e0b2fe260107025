package llmsim.engine.flow;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import llmsim.api.time.Waiter;
import llmsim.api.time.Wake;
import llmsim.engine.Head;
import llmsim.engine.Outlet;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is played into memory, to which clients attach while it is played and after. Frames have numbers from
 * 0. Bounded in bytes: the first frames go when it grows too large. Thread-safe; its lock is never held across a write
 * to a client.
 */
final class FrameLog implements Outlet {
    private static final int MAX_BYTES = 1 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<byte[]> frames = new ArrayDeque<>();
    private final Set<Waiter> followers = ConcurrentHashMap.newKeySet();
    private @Nullable Head head;
    private long firstNumber;
    private int bytes;
    private boolean ended;
    private boolean closed;

    @Override
    public void begin(Head begun) {
        change(() -> head = begun);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        var frame = Arrays.copyOfRange(source, offset, offset + length);
        change(() -> add(frame));
    }

    private void add(byte[] frame) {
        frames.add(frame);
        bytes += frame.length;
        while (bytes > MAX_BYTES && frames.size() > 1) {
            bytes -= frames.remove().length;
            firstNumber++;
        }
    }

    @Override
    public void end() {
        change(() -> ended = true);
    }

    /** Nothing more will come, whether the answer is complete or not. */
    void close() {
        change(() -> closed = true);
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
        followers.forEach(Waiter::signal);
    }

    /**
     * Plays what comes after a frame to a client, until the log ends; whether it did. One that is so slow that frames
     * went which it has not seen gets no more: a hole would go unnoticed.
     *
     * @param beforeEnd done before the last frames leave
     */
    boolean follow(long after, Outlet outlet, Waiter waiter, Runnable beforeEnd) throws IOException {
        followers.add(waiter);
        try {
            var next = after == Long.MAX_VALUE ? after : after + 1;
            var begun = false;
            while (true) {
                var batch = from(next);
                if (begun && batch.first() > next) {
                    return false;
                }
                if (batch.ended()) {
                    beforeEnd.run();
                }
                begun = send(batch, outlet, begun);
                next = Math.max(next, batch.next());
                if (batch.ended()) {
                    outlet.end();
                    return true;
                }
                if (batch.frames().length == 0 && (batch.closed() || waiter.await(Waiter.NEVER) == Wake.CANCELLED)) {
                    return false;
                }
            }
        } finally {
            followers.remove(waiter);
        }
    }

    private static boolean send(Batch batch, Outlet outlet, boolean begun) throws IOException {
        if (batch.head() != null && !begun) {
            outlet.begin(batch.head());
        }
        for (var frame : batch.frames()) {
            outlet.write(frame, 0, frame.length);
        }
        return begun || batch.head() != null;
    }

    private Batch from(long number) {
        lock.lock();
        try {
            var skip = Math.max(0, number - firstNumber);
            var wanted = Math.toIntExact(Math.max(0, frames.size() - skip));
            var batch = new byte[wanted][];
            Iterator<byte[]> last = frames.descendingIterator();
            for (var i = wanted - 1; i >= 0; i--) {
                batch[i] = last.next();
            }
            return new Batch(head, batch, firstNumber, firstNumber + frames.size(), ended, closed);
        } finally {
            lock.unlock();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class
    private record Batch(@Nullable Head head, byte[][] frames, long first, long next, boolean ended, boolean closed) {}
}

package llmsim.engine.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import llmsim.api.time.Clock;
import llmsim.api.time.Waiter;

/**
 * A clock for tests: its time moves only when every open waiter waits, and then at once to the next due moment, so that
 * an hour passes in no time and nothing depends on the machine. Waiters that are due together are woken one at a time,
 * by due time and then by the order in which they began to wait.
 *
 * <p>An automatic clock moves by itself; a manual one when it is {@linkplain #advance told} to. Thread-safe.
 */
public final class VirtualClock implements Clock {
    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition settled = lock.newCondition();
    private final PriorityQueue<VirtualWaiter> queue = new PriorityQueue<>(
            Comparator.comparingLong((VirtualWaiter w) -> w.due).thenComparingLong(w -> w.order));
    private final boolean automatic;
    private long now;
    private long nextOrder;
    private int open;
    private int waiting;

    private VirtualClock(boolean automatic) {
        this.automatic = automatic;
    }

    /** A clock that moves by itself. */
    public static VirtualClock automatic() {
        return new VirtualClock(true);
    }

    /** A clock that moves when it is told to. */
    public static VirtualClock manual() {
        return new VirtualClock(false);
    }

    @Override
    public long nanoTime() {
        lock.lock();
        try {
            return now;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Instant now() {
        return EPOCH.plusNanos(nanoTime());
    }

    @Override
    public Waiter waiter() {
        lock.lock();
        try {
            open++;
            return new VirtualWaiter();
        } finally {
            lock.unlock();
        }
    }

    /** Moves the time on, step by step: whoever is due on the way runs until it waits again before the next step. */
    public void advance(Duration duration) {
        lock.lock();
        try {
            var target = now + duration.toNanos();
            awaitSettled();
            while (!queue.isEmpty() && queue.element().due <= target) {
                wakeFirst();
                awaitSettled();
            }
            now = target;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when at least this many waiters wait at the same time. */
    public void awaitWaiting(int number) {
        lock.lock();
        try {
            while (waiting < number) {
                settled.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void awaitSettled() {
        while (waiting < open) {
            settled.awaitUninterruptibly();
        }
    }

    private void wakeFirst() {
        var first = queue.remove();
        now = Math.max(now, first.due);
        first.inQueue = false;
        waiting--;
        first.wake();
    }

    private void moveIfSettled() {
        settled.signalAll();
        if (automatic && waiting == open && !queue.isEmpty()) {
            wakeFirst();
        }
    }

    private final class VirtualWaiter extends ParkedWaiter {
        private long due;
        private long order;
        private boolean inQueue;
        private boolean counted;
        private boolean closed;

        @Override
        boolean reached(long dueNanos) {
            lock.lock();
            try {
                // Whoever stands in the queue has to be woken, even if the time has come: one at a time.
                return dueNanos != NEVER && now >= dueNanos && !inQueue;
            } finally {
                lock.unlock();
            }
        }

        @Override
        void enlist(long dueNanos) {
            lock.lock();
            try {
                // Whoever is called already does not wait, so the time must not move on its account.
                if (!noted()) {
                    list(dueNanos);
                    moveIfSettled();
                }
            } finally {
                lock.unlock();
            }
        }

        private void list(long dueNanos) {
            due = dueNanos;
            order = nextOrder++;
            inQueue = dueNanos != NEVER && queue.add(this);
            counted = dueNanos == NEVER;
            waiting++;
        }

        @Override
        void delist() {
            lock.lock();
            try {
                unlist();
            } finally {
                lock.unlock();
            }
        }

        // A waiter that is called from outside stops waiting at once, lest the time moves before its thread runs.
        private void unlist() {
            if (inQueue) {
                queue.remove(this);
                inQueue = false;
                waiting--;
            } else if (counted) {
                counted = false;
                waiting--;
            }
        }

        @Override
        public void signal() {
            lock.lock();
            try {
                super.signal();
                unlist();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void cancel() {
            lock.lock();
            try {
                super.cancel();
                unlist();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            lock.lock();
            try {
                cancel();
                if (!closed) {
                    closed = true;
                    open--;
                    moveIfSettled();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    @Override
    public String toString() {
        return "VirtualClock[" + Duration.ofNanos(nanoTime()) + "]";
    }

    /** Waiters that are open and do not wait: the ones that the time stands still for. */
    public int running() {
        lock.lock();
        try {
            return open - waiting;
        } finally {
            lock.unlock();
        }
    }
}

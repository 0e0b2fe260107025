package llmsim.engine.clock;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls waiters when their moment has come, a tick late at the most: a ring of lock-free stacks, one for each tick, that
 * one thread empties. It only unparks: it writes nothing, takes no lock, and allocates nothing.
 *
 * <p>It sleeps until the next tick that has a waiter in it, and until somebody enlists if there is none. After a pause
 * it goes through every tick that it missed.
 */
final class Wheel implements Runnable {
    static final long TICK_NANOS = 1_000_000;
    private static final int SLOTS = 4096;
    private static final long NOTHING = Long.MAX_VALUE;

    private final AtomicReferenceArray<@Nullable Entry> slots = new AtomicReferenceArray<>(SLOTS);
    private final LongSupplier nanoTime;
    private final long origin;
    private final Thread thread;
    private volatile long sleepsUntil = NOTHING;
    private volatile boolean closed;
    private long done;

    Wheel(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.origin = nanoTime.getAsLong();
        this.thread = Thread.ofPlatform().daemon().name("llmsim-clock").unstarted(this);
    }

    void start() {
        thread.start();
    }

    void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    /** The waiter is woken at the first tick that is not before {@code dueNanos}. */
    Entry enlist(ParkedWaiter waiter, long dueNanos) {
        var entry = new Entry(waiter, Math.ceilDiv(dueNanos - origin, TICK_NANOS));
        push(entry);
        if (entry.tick < sleepsUntil) {
            LockSupport.unpark(thread);
        }
        return entry;
    }

    @Override
    public void run() {
        while (!closed) {
            drainTo(Math.floorDiv(nanoTime.getAsLong() - origin, TICK_NANOS));
            sleep();
        }
    }

    private void drainTo(long now) {
        // More missed ticks than slots means that every slot is looked at once.
        var from = Math.max(done + 1, now - SLOTS + 1);
        for (var tick = from; tick <= now; tick++) {
            drain(tick, now);
        }
        done = Math.max(done, now);
    }

    private void drain(long tick, long now) {
        var entry = slots.get(slot(tick)) == null ? null : slots.getAndSet(slot(tick), null);
        while (entry != null) {
            var next = entry.next;
            if (entry.tick <= now) {
                entry.wake();
            } else if (entry.waiter != null) {
                push(entry);
            }
            entry = next;
        }
    }

    private void sleep() {
        var next = nextOccupied();
        sleepsUntil = next;
        // Somebody may have enlisted between the look and the note: then they did not see it, so look again.
        if (nextOccupied() >= next && !closed) {
            park(next);
        }
        sleepsUntil = Long.MIN_VALUE;
    }

    private void park(long next) {
        if (next == NOTHING) {
            LockSupport.park(this);
            return;
        }
        var nanos = origin + next * TICK_NANOS - nanoTime.getAsLong();
        if (nanos > 0) {
            LockSupport.parkNanos(this, nanos);
        }
    }

    private long nextOccupied() {
        for (var tick = done + 1; tick <= done + SLOTS; tick++) {
            if (slots.get(slot(tick)) != null) {
                return tick;
            }
        }
        return NOTHING;
    }

    private void push(Entry entry) {
        var slot = slot(entry.tick);
        Entry head;
        do {
            head = slots.get(slot);
            entry.next = head;
        } while (!slots.compareAndSet(slot, head, entry));
    }

    private static int slot(long tick) {
        return (int) (tick & (SLOTS - 1));
    }

    /** A waiter in a slot; it stays there until its tick, or until the ring comes round and finds it left. */
    static final class Entry {
        private final long tick;
        private volatile @Nullable ParkedWaiter waiter;
        private @Nullable Entry next;

        private Entry(ParkedWaiter waiter, long tick) {
            this.waiter = waiter;
            this.tick = tick;
        }

        /** The waiter no longer waits; it must not be kept alive by the ring. */
        void leave() {
            waiter = null;
        }

        private void wake() {
            var waiting = waiter;
            if (waiting != null) {
                waiting.wake();
            }
        }
    }
}

package llmsim.engine.capacity;

import java.util.concurrent.locks.ReentrantLock;
import llmsim.api.reply.Usage;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.time.Waiter;
import llmsim.api.time.Wake;
import llmsim.engine.gate.Lease;
import org.jspecify.annotations.Nullable;

/** A slot, or the place of a request that waits for one. Thread-safe; its lock is not held while it waits. */
final class Place implements Lease {
    private final Capacity capacity;
    private final String model;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Slots slots;
    private @Nullable Waiter waiting;
    private boolean granted;
    private long grantedNanos;

    Place(Capacity capacity, String model) {
        this.capacity = capacity;
        this.model = model;
    }

    String model() {
        return model;
    }

    /** It belongs to these slots from now on. */
    void enter(Slots entered) {
        slots = entered;
    }

    boolean isIn(Slots entered) {
        return slots == entered;
    }

    /** It is a slot from now on. */
    void grant(long nanos) {
        lock.lock();
        try {
            granted = true;
            grantedNanos = nanos;
            if (waiting != null) {
                waiting.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean await(Waiter waiter) {
        // A waiter that is told of a slot must look for one: a signal that nobody waits for would end its next wait.
        if (enlist(waiter)) {
            return true;
        }
        Wake wake;
        do {
            wake = waiter.await(Waiter.NEVER);
        } while (wake == Wake.SIGNALLED && !granted());
        return wake != Wake.CANCELLED;
    }

    /** Whether there is nothing to wait for. */
    private boolean enlist(Waiter waiter) {
        lock.lock();
        try {
            waiting = waiter;
            return granted;
        } finally {
            lock.unlock();
        }
    }

    boolean granted() {
        lock.lock();
        try {
            return granted;
        } finally {
            lock.unlock();
        }
    }

    /** When it became a slot, by the clock. */
    long grantedNanos() {
        lock.lock();
        try {
            return grantedNanos;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public LatencyProfile pace(LatencyProfile profile) {
        var mine = slots;
        return mine == null ? profile : new Slotted(profile, mine, mine.slowdown());
    }

    @Override
    public void settle(Usage used) {
        capacity.leave(this);
    }
}

package llmsim.engine.clock;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import llmsim.api.time.Waiter;
import llmsim.api.time.Wake;
import org.jspecify.annotations.Nullable;

/**
 * A waiter whose thread parks until its moment has come or something is noted in its state.
 *
 * <p>The order is: enlist, look at the state, park, look again. The permit of {@link LockSupport} only ever means "look
 * again", so a permit that is left over from elsewhere does no harm.
 */
abstract class ParkedWaiter implements Waiter {
    private static final int SIGNALLED = 1;
    private static final int CANCELLED = 2;

    private final AtomicInteger notes = new AtomicInteger();
    private volatile @Nullable Thread parked;

    /** Whether the moment has come. */
    abstract boolean reached(long dueNanos);

    /** Asks the clock to call {@link #wake} when the moment has come. */
    abstract void enlist(long dueNanos);

    /** Takes that back; called after every wait. */
    abstract void delist();

    @Override
    public final Wake await(long dueNanos) {
        var early = over(dueNanos);
        return early != null ? early : park(dueNanos);
    }

    private Wake park(long dueNanos) {
        parked = Thread.currentThread();
        enlist(dueNanos);
        try {
            var over = over(dueNanos);
            while (over == null) {
                LockSupport.park(this);
                over = over(dueNanos);
            }
            return over;
        } finally {
            parked = null;
            delist();
        }
    }

    /** Why the wait is over; null while it is not. */
    private @Nullable Wake over(long dueNanos) {
        // Before the look at the notes: it may wait for a lock, which uses up the permit that came with a note.
        var reached = reached(dueNanos);
        var noted = notes.get() == 0 ? 0 : notes.getAndUpdate(now -> now & ~SIGNALLED);
        if ((noted & CANCELLED) != 0) {
            return Wake.CANCELLED;
        }
        if ((noted & SIGNALLED) != 0) {
            return Wake.SIGNALLED;
        }
        if (reached) {
            return Wake.DUE;
        }
        // Parking would return at once for ever; whoever interrupts wants this exchange to end.
        return Thread.currentThread().isInterrupted() ? Wake.CANCELLED : null;
    }

    /** Whether a wait would end at once because somebody called. */
    final boolean noted() {
        return notes.get() != 0;
    }

    /** The moment has come, says the clock. */
    final void wake() {
        unpark();
    }

    @Override
    public void signal() {
        note(SIGNALLED);
    }

    @Override
    public void cancel() {
        note(CANCELLED);
    }

    @Override
    public void close() {
        cancel();
    }

    private void note(int what) {
        notes.getAndUpdate(now -> now | what);
        unpark();
    }

    private void unpark() {
        var thread = parked;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }
}

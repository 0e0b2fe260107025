package llmsim.engine.stats;

import java.util.concurrent.atomic.AtomicLong;
import llmsim.api.time.Clock;

/** Lets so many through in each second, and counts the rest. Thread-safe, lock-free. */
public final class Ration {
    private static final long SECOND = 1_000_000_000;

    private final Clock clock;
    private final long most;
    private final AtomicLong second = new AtomicLong(Long.MIN_VALUE);
    private final AtomicLong inSecond = new AtomicLong();
    private final AtomicLong leftOut = new AtomicLong();
    private volatile boolean tooManyBefore;

    /**
     * A ration of which nothing is taken.
     *
     * @param most in each second; 0 for any number
     */
    public Ration(Clock clock, long most) {
        this.clock = clock;
        this.most = most;
    }

    /** Takes one of this second's; {@code false} if there is none left, which is counted. */
    public boolean take() {
        return most == 0 || inSecond() <= most || leaveOut();
    }

    /** The same, but none is left either in a second that follows one with too many. */
    public boolean takeInQuiet() {
        return most == 0 || (inSecond() <= most && !tooManyBefore) || leaveOut();
    }

    // Two threads in the first moment of a second may let a few more through; that matters to nobody.
    private long inSecond() {
        var now = Math.floorDiv(clock.nanoTime(), SECOND);
        var before = second.get();
        if (before != now && second.compareAndSet(before, now)) {
            tooManyBefore = inSecond.getAndSet(0) > most && now == before + 1;
        }
        return inSecond.incrementAndGet();
    }

    /** One that was let through was left out all the same; {@code false}. */
    public boolean leaveOut() {
        leftOut.incrementAndGet();
        return false;
    }

    /** How many were not let through. */
    public long leftOut() {
        return leftOut.get();
    }

    /** The same, and counts anew. */
    public long takeLeftOut() {
        return leftOut.getAndSet(0);
    }
}

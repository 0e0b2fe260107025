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
        if (most == 0 || inSecond() <= most) {
            return true;
        }
        leftOut.incrementAndGet();
        return false;
    }

    // Two threads in the first moment of a second may let a few more through; that matters to nobody.
    private long inSecond() {
        var now = Math.floorDiv(clock.nanoTime(), SECOND);
        if (second.get() != now && second.getAndSet(now) != now) {
            inSecond.set(0);
        }
        return inSecond.incrementAndGet();
    }

    /** One that was let through was left out all the same. */
    public void leaveOut() {
        leftOut.incrementAndGet();
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

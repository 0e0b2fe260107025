package llmsim.api.time;

import java.time.Instant;

/**
 * Reads the time and makes the only objects that wait.
 *
 * <p>Nothing in llmsim sleeps, parks or asks the JDK for the time but through a clock. Thread-safe.
 */
public interface Clock {
    /** Nanoseconds since some fixed moment; only differences mean something. Due times are on this scale. */
    long nanoTime();

    /** The date and time, for what is shown to clients. */
    Instant now();

    /**
     * A new waiter, for one exchange. It must be closed: a clock that is moved by hand stands still until every open
     * waiter waits.
     */
    Waiter waiter();
}

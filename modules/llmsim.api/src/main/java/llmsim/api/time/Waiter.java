package llmsim.api.time;

/**
 * Waits for moments on a {@link Clock}, and can be called from outside while it does.
 *
 * <p>One thread at a time awaits; any thread may signal, cancel or close. Cancelling never interrupts the thread,
 * because an interrupt closes the channel that it writes to.
 */
public interface Waiter extends AutoCloseable {
    /** A due time that never comes: only a signal or a cancel ends the wait. */
    long NEVER = Long.MAX_VALUE;

    /**
     * Returns as soon as {@code dueNanos} is reached, never before; at once if it has passed. A signal or cancel that
     * came earlier is seen at once.
     *
     * @param dueNanos on the scale of {@link Clock#nanoTime()}
     */
    Wake await(long dueNanos);

    /** Wakes the present or the next {@link #await}, once. */
    void signal();

    /** Wakes the present and every later {@link #await}. */
    void cancel();

    /** Ends this waiter's part in the clock; a wait under way, and every later one, ends as if cancelled. */
    @Override
    void close();
}

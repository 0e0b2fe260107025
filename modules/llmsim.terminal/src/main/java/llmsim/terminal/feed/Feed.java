package llmsim.terminal.feed;

/** The statistics of one simulator, again and again. For one thread. */
public interface Feed extends AutoCloseable {
    /** What is known by now; never waits. */
    Reading read();

    /** Ends what is under way. */
    @Override
    default void close() {}
}

package llmsim.api.spi;

/** The pace of one choice, asked step by step; it may have state. Not thread-safe. */
public interface Pacing {
    /** Nanoseconds from admission to the first token; asked once, first. Negative counts as 0. */
    long timeToFirstToken();

    /** Nanoseconds from the event before to the next. Negative counts as 0. */
    long nextGap();

    /** Tokens in the event that is next; at least 1. */
    default int nextTokens() {
        return 1;
    }
}

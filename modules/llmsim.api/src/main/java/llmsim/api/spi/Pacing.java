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

    /**
     * Whether gaps hang on what else is going on when they are asked for. An answer that is sent whole asks for all of them
     * when it begins, unless this is so: then each when it begins, as a stream does.
     */
    default boolean live() {
        return false;
    }
}

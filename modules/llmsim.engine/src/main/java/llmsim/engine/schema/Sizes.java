package llmsim.engine.schema;

import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** Reckons with sizes of values, in characters of JSON; they do not overflow. */
final class Sizes {
    /** The size of what does not exist. */
    static final long IMPOSSIBLE = Long.MAX_VALUE / 4;
    /** No size that is possible is larger; it is far over the limit. */
    private static final long HUGE = Integer.MAX_VALUE;

    private Sizes() {}

    /** Of a value that is there. */
    static long of(JsonNode value) {
        return value.isContainer()
                ? value.toString().length()
                : value.asString().length() + 2L;
    }

    /** Impossible if there is none. */
    static long least(LongStream sizes) {
        return sizes.min().orElse(IMPOSSIBLE);
    }

    static long sum(long one, long other) {
        return one >= IMPOSSIBLE || other >= IMPOSSIBLE ? IMPOSSIBLE : Math.min(HUGE, one + other);
    }

    static long product(long times, long size) {
        if (times == 0) {
            return 0;
        }
        return size >= IMPOSSIBLE ? IMPOSSIBLE : Math.min(HUGE, times * Math.min(size, HUGE));
    }
}

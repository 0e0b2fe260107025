package llmsim.engine.capacity;

import java.time.Duration;

/** How long the slots of a model were held lately, as a moving mean. Changed by one thread at a time, read by any. */
final class Turnover {
    /** As long as nothing is known. */
    private static final Duration UNKNOWN = Duration.ofSeconds(1);

    private static final double MILLI = 1e6;

    /** What the last one counts beside all before it. */
    private static final double WEIGHT = 0.125;

    private volatile double meanNanos = -1;

    /** One more was given back. */
    void add(long heldNanos) {
        var mean = meanNanos;
        meanNanos = mean < 0 ? heldNanos : mean + WEIGHT * (heldNanos - mean);
    }

    /** After how long the next one of so many comes back, in the mean; at least 1 ms, in whole milliseconds. */
    Duration next(int slots) {
        var mean = meanNanos;
        return mean < 0 ? UNKNOWN : Duration.ofMillis((long) Math.max(1, Math.ceil(mean / slots / MILLI)));
    }
}

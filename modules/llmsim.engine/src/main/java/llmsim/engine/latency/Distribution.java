package llmsim.engine.latency;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * A distribution of numbers that are not negative: of times in ms, or of tokens. Immutable and thread-safe; equal draws
 * make equal numbers.
 */
public sealed interface Distribution permits Normal, Lognormal, Percentiles, Samples {
    /** The largest value that may be given for a time: a day, in ms. */
    double DAY = Duration.ofDays(1).toMillis();

    /** A number, 0 or greater, never NaN. */
    double draw(RandomGenerator random);

    /** A time, in ns, of a distribution of ms. */
    default long sample(RandomGenerator random) {
        return Math.round(draw(random) * 1e6);
    }

    /** Always this number, without a draw. */
    static Distribution constant(double value) {
        return new Normal(value, 0);
    }

    /** {@link IllegalArgumentException} about a time that is negative, longer than a day, or no number. */
    static void check(String name, double millis) {
        if (!(millis >= 0 && millis <= DAY)) {
            throw new IllegalArgumentException(name + " must be 0 to " + (long) DAY + " ms, not " + millis);
        }
    }
}

package llmsim.engine.stats;

import java.util.Arrays;
import java.util.OptionalDouble;

/** How many times of which length were counted. Immutable; exact to a seventh, but for sum and greatest. */
public final class Times {
    /** None. */
    public static final Times NONE = new Times(new long[Steps.number() + 1], 0, 0);

    private final long[] counts;
    private final long sumNanos;
    private final long greatestNanos;
    private final long number;

    /** Takes over the array. */
    Times(long[] counts, long sumNanos, long greatestNanos) {
        this.counts = counts;
        this.sumNanos = sumNanos;
        this.greatestNanos = greatestNanos;
        this.number = Arrays.stream(counts).sum();
    }

    /** How many there are. */
    public long number() {
        return number;
    }

    /** All of them together, in nanoseconds. */
    public long sumNanos() {
        return sumNanos;
    }

    /** The longest, in nanoseconds. */
    public long greatestNanos() {
        return greatestNanos;
    }

    /** How many were at most so long; exact where the bound is one of the steps, such as 1, 2, 2.5, 4, 5 and 8 of ten. */
    public long within(long nanos) {
        var last = Steps.of(nanos);
        return Arrays.stream(counts, 0, Math.min(last + 1, counts.length)).sum();
    }

    /** The time in milliseconds that this share of them did not exceed, rounded up to the next step; empty without any. */
    public OptionalDouble quantile(double share) {
        if (number == 0) {
            return OptionalDouble.empty();
        }
        var wanted = Math.max(1, (long) Math.ceil(number * share));
        var step = 0;
        for (var seen = counts[0]; seen < wanted; seen += counts[step]) {
            step++;
        }
        return millis((double) (step < Steps.number() ? Math.min(Steps.bound(step), greatestNanos) : greatestNanos));
    }

    /** The mean in milliseconds; empty without any. */
    public OptionalDouble mean() {
        return number == 0 ? OptionalDouble.empty() : millis((double) sumNanos / number);
    }

    /** These and others. */
    public Times plus(Times others) {
        return new Sum().add(this).add(others).times();
    }

    /** These without those that were there before; the greatest stays. */
    public Times minus(Times before) {
        if (before.number == 0) {
            return this;
        }
        var rest = counts.clone();
        for (var i = 0; i < rest.length; i++) {
            rest[i] -= before.counts[i];
        }
        return new Times(rest, sumNanos - before.sumNanos, greatestNanos);
    }

    /** Adds up many, in one array. Not thread-safe. */
    static final class Sum {
        private final long[] counts = new long[Steps.number() + 1];
        private long sumNanos;
        private long greatestNanos;

        Sum add(Times times) {
            if (times.number > 0) {
                for (var i = 0; i < counts.length; i++) {
                    counts[i] += times.counts[i];
                }
                sumNanos += times.sumNanos;
                greatestNanos = Math.max(greatestNanos, times.greatestNanos);
            }
            return this;
        }

        /** Once, at the end. */
        Times times() {
            return new Times(counts, sumNanos, greatestNanos);
        }
    }

    private static OptionalDouble millis(double nanos) {
        return OptionalDouble.of(Math.round(nanos / 1_000) / 1_000.0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Times times
                && sumNanos == times.sumNanos
                && greatestNanos == times.greatestNanos
                && Arrays.equals(counts, times.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts) + Long.hashCode(sumNanos);
    }

    @Override
    public String toString() {
        return number + " times, mean " + mean() + " ms";
    }
}

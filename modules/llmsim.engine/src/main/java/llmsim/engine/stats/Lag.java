package llmsim.engine.stats;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAccumulator;

/**
 * How late frames were written: a histogram of due against written with steps of an eighth, from a microsecond to
 * minutes. Lock-free.
 */
final class Lag {
    private static final int STEPS_BITS = 3;
    private static final int STEPS = 1 << STEPS_BITS;
    private static final int BUCKETS = STEPS * 40;

    private final AtomicLongArray buckets = new AtomicLongArray(BUCKETS);
    private final LongAccumulator greatest = new LongAccumulator(Long::max, 0);

    void count(long nanos) {
        var micros = Math.max(0, nanos / 1_000);
        buckets.incrementAndGet(bucket(micros));
        greatest.accumulate(nanos);
    }

    /** Adds what another one counted. */
    void add(Lag other) {
        for (var i = 0; i < BUCKETS; i++) {
            buckets.addAndGet(i, other.buckets.get(i));
        }
        greatest.accumulate(other.greatest.get());
    }

    /** The lag that this share of frames did not exceed, in milliseconds, rounded up to the next step; 0 without any. */
    double quantile(double share) {
        var total = 0L;
        for (var i = 0; i < BUCKETS; i++) {
            total += buckets.get(i);
        }
        var wanted = (long) Math.ceil(total * share);
        var seen = 0L;
        for (var i = 0; i < BUCKETS && total > 0; i++) {
            seen += buckets.get(i);
            if (seen >= wanted) {
                return Math.min(upperMicros(i) / 1_000.0, greatest());
            }
        }
        return 0;
    }

    /** The greatest lag in milliseconds. */
    double greatest() {
        return Math.round(greatest.get() / 1_000.0) / 1_000.0;
    }

    // Small numbers each have a bucket; from there on, each power of two has STEPS of them.
    private static int bucket(long micros) {
        if (micros < STEPS) {
            return (int) micros;
        }
        var power = 63 - Long.numberOfLeadingZeros(micros);
        var step = (int) (micros >> (power - STEPS_BITS)) & (STEPS - 1);
        return Math.min(BUCKETS - 1, (power - STEPS_BITS + 1) * STEPS + step);
    }

    private static long upperMicros(int bucket) {
        if (bucket < STEPS) {
            return bucket + 1L;
        }
        var power = bucket / STEPS + STEPS_BITS - 1;
        return (long) (STEPS + bucket % STEPS + 1) << (power - STEPS_BITS);
    }
}

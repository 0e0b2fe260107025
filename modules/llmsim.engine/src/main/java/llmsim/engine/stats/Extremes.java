package llmsim.engine.stats;

import java.util.OptionalDouble;
import java.util.concurrent.atomic.LongAccumulator;

/** The least and the greatest of some times, in milliseconds. Lock-free. */
final class Extremes {
    private final LongAccumulator least = new LongAccumulator(Long::min, Long.MAX_VALUE);
    private final LongAccumulator greatest = new LongAccumulator(Long::max, Long.MIN_VALUE);

    void count(long nanos) {
        least.accumulate(nanos);
        greatest.accumulate(nanos);
    }

    OptionalDouble least() {
        return millis(least.get(), Long.MAX_VALUE);
    }

    OptionalDouble greatest() {
        return millis(greatest.get(), Long.MIN_VALUE);
    }

    private static OptionalDouble millis(long nanos, long none) {
        return nanos == none ? OptionalDouble.empty() : OptionalDouble.of(Math.round(nanos / 1_000.0) / 1_000.0);
    }
}

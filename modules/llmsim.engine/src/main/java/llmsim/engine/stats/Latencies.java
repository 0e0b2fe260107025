package llmsim.engine.stats;

import java.util.OptionalDouble;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Average, least and greatest of times in nanoseconds, told in milliseconds. */
final class Latencies {
    private final LongAdder number = new LongAdder();
    private final LongAdder sum = new LongAdder();
    private final LongAccumulator least = new LongAccumulator(Long::min, Long.MAX_VALUE);
    private final LongAccumulator greatest = new LongAccumulator(Long::max, Long.MIN_VALUE);

    void count(long nanos) {
        sum.add(nanos);
        least.accumulate(nanos);
        greatest.accumulate(nanos);
        number.increment();
    }

    OptionalDouble average() {
        var n = number.sum();
        return n == 0 ? OptionalDouble.empty() : millis((double) sum.sum() / n);
    }

    OptionalDouble least() {
        return number.sum() == 0 ? OptionalDouble.empty() : millis((double) least.get());
    }

    OptionalDouble greatest() {
        return number.sum() == 0 ? OptionalDouble.empty() : millis((double) greatest.get());
    }

    private static OptionalDouble millis(double nanos) {
        return OptionalDouble.of(Math.round(nanos / 1_000) / 1_000.0);
    }
}

package llmsim.engine.stats;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Counts times by {@link Steps}. Lock-free. */
final class Histogram {
    private final AtomicLongArray counts = new AtomicLongArray(Steps.number() + 1);
    private final LongAdder sum = new LongAdder();
    private final LongAccumulator greatest = new LongAccumulator(Long::max, 0);

    void count(long nanos) {
        count(nanos, 1);
    }

    /** Counts the same time so many times. */
    void count(long nanos, long times) {
        var time = Math.max(0, nanos);
        counts.getAndAdd(Steps.of(time), times);
        sum.add(time * times);
        greatest.accumulate(time);
    }

    Times times() {
        var copy = new long[counts.length()];
        for (var i = 0; i < copy.length; i++) {
            copy[i] = counts.get(i);
        }
        return new Times(copy, sum.sum(), greatest.get());
    }
}

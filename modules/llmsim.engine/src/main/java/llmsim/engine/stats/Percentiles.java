package llmsim.engine.stats;

import java.util.OptionalDouble;

/** Milliseconds that half, nine tenths and 99 hundredths of some times did not exceed, to a seventh; empty without any. */
public record Percentiles(OptionalDouble p50, OptionalDouble p90, OptionalDouble p99) {
    static Percentiles of(Times times) {
        return new Percentiles(times.quantile(0.5), times.quantile(0.9), times.quantile(0.99));
    }
}

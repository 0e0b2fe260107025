package llmsim.server.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import llmsim.engine.stats.Times;
import llmsim.prometheus.model.snapshots.ClassicHistogramBuckets;

/**
 * The bounds of a histogram. Each is a step of {@link Times}, so that its count is exact.
 *
 * @param seconds ascending, without infinity
 */
record Buckets(List<Double> seconds) {
    static final Buckets DURATION =
            of(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000);
    static final Buckets FIRST_TOKEN =
            of(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.25, 0.4, 0.5, 0.8, 1, 2, 2.5, 5, 10, 25, 50, 100);
    static final Buckets INTER_TOKEN = of(
            0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.016, 0.02, 0.025, 0.04, 0.05, 0.08, 0.1, 0.25, 0.5, 1, 2.5,
            5);
    static final Buckets LAG =
            of(0.0001, 0.00025, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10);
    private static final double NANOS = 1e9;

    static Buckets of(double... seconds) {
        return new Buckets(Arrays.stream(seconds).boxed().toList());
    }

    /** How many of the times fall into each bucket, the last one being for all that are longer. */
    ClassicHistogramBuckets count(Times times) {
        var bounds = new ArrayList<>(seconds);
        var counts = new ArrayList<Long>();
        var below = 0L;
        for (var bound : seconds) {
            var within = times.within(Math.round(bound * NANOS));
            counts.add(within - below);
            below = within;
        }
        bounds.add(Double.POSITIVE_INFINITY);
        counts.add(times.number() - below);
        return ClassicHistogramBuckets.of(bounds, counts);
    }

    /** All of the times together, in seconds. */
    static double sum(Times times) {
        return times.sumNanos() / NANOS;
    }
}

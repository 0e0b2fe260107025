package llmsim.engine.latency;

import java.util.random.RandomGenerator;

/**
 * A lognormal distribution: never negative, most draws short, some much longer, as real latencies are. A draw above one
 * day counts as a day.
 *
 * @param median above 0, at most one day in ms
 * @param sigma standard deviation of the logarithm, 0 to 10
 */
public record Lognormal(double median, double sigma) implements Distribution {
    private static final double WIDEST = 10;

    public Lognormal {
        Distribution.check("median", median);
        if (median == 0) {
            throw new IllegalArgumentException("median must be above 0");
        }
        if (!(sigma >= 0 && sigma <= WIDEST)) {
            throw new IllegalArgumentException("sigma must be 0 to " + (long) WIDEST + ", not " + sigma);
        }
    }

    /** The one of this mean, above 0, and standard deviation. */
    public static Lognormal ofMean(double mean, double stddev) {
        Distribution.check("mean", mean);
        Distribution.check("stddev", stddev);
        if (mean == 0) {
            throw new IllegalArgumentException("mean must be above 0");
        }
        var spread = stddev / mean;
        var variance = Math.log1p(spread * spread);
        return new Lognormal(mean * Math.exp(-variance / 2), Math.sqrt(variance));
    }

    @Override
    public double draw(RandomGenerator random) {
        return Math.min(DAY, median * Math.exp(sigma * random.nextGaussian()));
    }
}

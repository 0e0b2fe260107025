package llmsim.engine.latency;

import java.util.random.RandomGenerator;

/**
 * A distribution that has these percentiles exactly. Between them it is lognormal, which is monotone; below the median it
 * goes on as between the median and p90, above p99 as between p90 and p99, but not beyond what that makes of p99.9.
 *
 * @param p50 median, above 0, in ms
 * @param p90 at least p50
 * @param p99 at least p90, at most one day
 */
public record Percentiles(double p50, double p90, double p99) implements Distribution {
    /** How many standard deviations of a normal distribution these percentiles lie above its mean. */
    private static final double Z90 = 1.2815515655446004;

    private static final double Z99 = 2.3263478740408408;
    private static final double Z999 = 3.090232306167813;

    public Percentiles {
        Distribution.check("p50", p50);
        Distribution.check("p90", p90);
        Distribution.check("p99", p99);
        if (p50 == 0) {
            throw new IllegalArgumentException("p50 must be above 0");
        }
        if (p90 < p50 || p99 < p90) {
            throw new IllegalArgumentException(
                    "percentiles must not fall: p50 " + p50 + ", p90 " + p90 + ", p99 " + p99);
        }
    }

    @Override
    public double draw(RandomGenerator random) {
        return at(random.nextGaussian());
    }

    private double at(double z) {
        return z <= Z90
                ? p50 * Math.pow(p90 / p50, z / Z90)
                : Math.min(DAY, p90 * Math.pow(p99 / p90, (Math.min(z, Z999) - Z90) / (Z99 - Z90)));
    }
}

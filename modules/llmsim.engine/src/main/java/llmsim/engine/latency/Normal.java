package llmsim.engine.latency;

import java.util.random.RandomGenerator;

/**
 * A normal distribution. A draw below zero counts as zero; where the deviation is at most a third of the mean, as in all
 * profiles that have names, that moves the mean by less than 0.02 %.
 *
 * @param mean 0 to one day in ms
 * @param stddev standard deviation, 0 to one day in ms; with 0 nothing is drawn
 */
public record Normal(double mean, double stddev) implements Distribution {
    public Normal {
        Distribution.check("mean", mean);
        Distribution.check("stddev", stddev);
    }

    @Override
    public double draw(RandomGenerator random) {
        return stddev == 0 ? mean : Math.max(0, mean + stddev * random.nextGaussian());
    }
}

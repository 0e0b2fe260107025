package llmsim.engine.latency;

import java.util.random.RandomGenerator;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.Pacing;
import llmsim.api.spi.PacingContext;

/**
 * Times that are drawn from two distributions and hang on nothing else, one token an event. Immutable.
 *
 * @param name lower case letters, digits and dashes
 * @param ttft time to first token, in ms
 * @param tbt time between tokens, in ms
 */
public record DrawnProfile(String name, Distribution ttft, Distribution tbt) implements LatencyProfile {

    /** A profile of normal distributions of these means and standard deviations, in ms. */
    public static DrawnProfile normal(
            String name, double ttftMean, double ttftStddev, double tbtMean, double tbtStddev) {
        return new DrawnProfile(name, new Normal(ttftMean, ttftStddev), new Normal(tbtMean, tbtStddev));
    }

    @Override
    public Pacing pace(PacingContext context) {
        return new Pace(ttft, tbt, context.random());
    }

    private record Pace(Distribution ttft, Distribution tbt, RandomGenerator random) implements Pacing {
        @Override
        public long timeToFirstToken() {
            return ttft.sample(random);
        }

        @Override
        public long nextGap() {
            return tbt.sample(random);
        }
    }
}

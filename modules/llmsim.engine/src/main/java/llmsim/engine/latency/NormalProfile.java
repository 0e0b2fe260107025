package llmsim.engine.latency;

import java.util.random.RandomGenerator;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.Pacing;
import llmsim.api.spi.PacingContext;

/**
 * Times that are distributed normally and hang on nothing else, one token an event. Immutable.
 *
 * @param name lower case letters, digits and dashes
 * @param ttft time to first token
 * @param tbt time between tokens
 */
public record NormalProfile(String name, Normal ttft, Normal tbt) implements LatencyProfile {

    /** A profile of these means and standard deviations, in ms. */
    public static NormalProfile of(String name, double ttftMean, double ttftStddev, double tbtMean, double tbtStddev) {
        return new NormalProfile(name, new Normal(ttftMean, ttftStddev), new Normal(tbtMean, tbtStddev));
    }

    @Override
    public Pacing pace(PacingContext context) {
        return new Pace(ttft, tbt, context.random());
    }

    private record Pace(Normal ttft, Normal tbt, RandomGenerator random) implements Pacing {
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

package llmsim.engine.latency;

import java.util.random.RandomGenerator;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.Pacing;
import llmsim.api.spi.PacingContext;

/**
 * A profile that now and then pauses: some gaps are longer. Immutable.
 *
 * @param rate share of the gaps that are longer, 0 to 1
 * @param longer by how much, in ms
 */
public record Pausing(LatencyProfile profile, double rate, Distribution longer) implements LatencyProfile {
    public Pausing {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate must be 0 to 1, not " + rate);
        }
    }

    @Override
    public String name() {
        return profile.name();
    }

    @Override
    public Pacing pace(PacingContext context) {
        return new Pace(profile.pace(context), rate, longer, context.random());
    }

    private record Pace(Pacing pacing, double rate, Distribution longer, RandomGenerator random)
            implements WrappedPacing {
        @Override
        public long nextGap() {
            var gap = Nanos.bounded(pacing.nextGap());
            return random.nextDouble() < rate ? gap + longer.sample(random) : gap;
        }
    }
}

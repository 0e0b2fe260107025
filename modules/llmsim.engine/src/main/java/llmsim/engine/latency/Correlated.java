package llmsim.engine.latency;

import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.Pacing;
import llmsim.api.spi.PacingContext;

/**
 * A profile of which a slow stream stays slow: each stream draws one factor, by which all its gaps are multiplied. The
 * factor is lognormal with mean 1, so that the mean of all streams is the profile's. The time to first token is drawn once
 * a stream anyway, and stays as it is. Immutable.
 *
 * @param stddev of the factor, 0 to 10: 0.2 lets two of three streams be within 20 %
 */
public record Correlated(LatencyProfile profile, double stddev) implements LatencyProfile {
    private static final double WIDEST = 10;

    public Correlated {
        if (!(stddev >= 0 && stddev <= WIDEST)) {
            throw new IllegalArgumentException("stddev must be 0 to " + (long) WIDEST + ", not " + stddev);
        }
    }

    @Override
    public String name() {
        return profile.name();
    }

    @Override
    public Pacing pace(PacingContext context) {
        var factor = Lognormal.ofMean(1, stddev).draw(context.random());
        return new Pace(profile.pace(context), factor);
    }

    private record Pace(Pacing pacing, double factor) implements WrappedPacing {
        @Override
        public long nextGap() {
            return Nanos.times(factor, pacing.nextGap());
        }
    }
}

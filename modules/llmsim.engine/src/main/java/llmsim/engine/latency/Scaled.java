package llmsim.engine.latency;

import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.Pacing;
import llmsim.api.spi.PacingContext;

/**
 * A profile whose times are all multiplied by a factor: 2 is twice as slow, 0.5 twice as fast. What it draws stays what
 * it was. Immutable.
 *
 * @param factor finite, 0 or greater
 */
public record Scaled(LatencyProfile profile, double factor) implements LatencyProfile {
    public Scaled {
        if (!(factor >= 0 && factor <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("factor must be a finite number from 0, not " + factor);
        }
    }

    /** The profile with its times multiplied; itself if the factor is 1. */
    public static LatencyProfile by(double factor, LatencyProfile profile) {
        return factor == 1 ? profile : new Scaled(profile, factor);
    }

    @Override
    public String name() {
        return profile.name();
    }

    @Override
    public Pacing pace(PacingContext context) {
        return new Pace(profile.pace(context), factor);
    }

    private record Pace(Pacing pacing, double factor) implements WrappedPacing {
        @Override
        public long timeToFirstToken() {
            return Nanos.times(factor, pacing.timeToFirstToken());
        }

        @Override
        public long nextGap() {
            return Nanos.times(factor, pacing.nextGap());
        }
    }
}

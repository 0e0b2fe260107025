package llmsim.engine.latency;

import java.util.Optional;
import java.util.random.RandomGenerator;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.Pacing;
import llmsim.api.spi.PacingContext;

/**
 * A profile under a name of its own that is like another but for what is given here. Immutable.
 *
 * @param base what it is like
 * @param ttft time to first token in ms, instead of the other's
 * @param tbt gap between events in ms, instead of the other's
 */
public record Derived(String name, LatencyProfile base, Optional<Distribution> ttft, Optional<Distribution> tbt)
        implements LatencyProfile {

    @Override
    public Pacing pace(PacingContext context) {
        return new Pace(base.pace(context), ttft, tbt, context.random());
    }

    private record Pace(Pacing pacing, Optional<Distribution> ttft, Optional<Distribution> tbt, RandomGenerator random)
            implements WrappedPacing {
        @Override
        public long timeToFirstToken() {
            // Asked in any case: a pace may rely on being asked for it first.
            var first = pacing.timeToFirstToken();
            return ttft.map(own -> own.sample(random)).orElse(first);
        }

        @Override
        public long nextGap() {
            return tbt.isPresent() ? tbt.get().sample(random) : pacing.nextGap();
        }
    }
}

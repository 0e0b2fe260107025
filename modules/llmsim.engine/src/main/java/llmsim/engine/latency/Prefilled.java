package llmsim.engine.latency;

import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.Pacing;
import llmsim.api.spi.PacingContext;

/**
 * A profile whose time to first token grows with the prompt: by the time that a model takes to read what it has not in
 * its cache. Immutable.
 *
 * @param tokensPerSecond prompt tokens that are read in a second, above 0
 */
public record Prefilled(LatencyProfile profile, double tokensPerSecond) implements LatencyProfile {
    public Prefilled {
        if (!(tokensPerSecond > 0 && tokensPerSecond <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("tokensPerSecond must be above 0, not " + tokensPerSecond);
        }
    }

    @Override
    public String name() {
        return profile.name();
    }

    @Override
    public Pacing pace(PacingContext context) {
        var unread = Math.max(0, context.promptTokens() - context.cachedPromptTokens());
        return new Pace(profile.pace(context), Nanos.bounded(Math.round(unread / tokensPerSecond * 1e9)));
    }

    private record Pace(Pacing pacing, long prefill) implements WrappedPacing {
        @Override
        public long timeToFirstToken() {
            return Nanos.bounded(pacing.timeToFirstToken()) + prefill;
        }
    }
}

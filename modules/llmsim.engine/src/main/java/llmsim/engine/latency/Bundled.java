package llmsim.engine.latency;

import java.util.random.RandomGenerator;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.Pacing;
import llmsim.api.spi.PacingContext;

/**
 * A profile that says several tokens in one event, which takes the time of all of them, so that tokens come no faster.
 * The first event comes at the time to first token, however many it holds. Immutable.
 *
 * @param tokens in an event, rounded, 1 to 10,000
 */
public record Bundled(LatencyProfile profile, Distribution tokens) implements LatencyProfile {
    private static final long MOST = 10_000;

    @Override
    public String name() {
        return profile.name();
    }

    @Override
    public Pacing pace(PacingContext context) {
        return new Pace(profile.pace(context), tokens, context.random());
    }

    private static final class Pace implements Pacing {
        private final Pacing pacing;
        private final Distribution tokens;
        private final RandomGenerator random;
        private int next = 1;

        Pace(Pacing pacing, Distribution tokens, RandomGenerator random) {
            this.pacing = pacing;
            this.tokens = tokens;
            this.random = random;
        }

        @Override
        public long timeToFirstToken() {
            var first = pacing.timeToFirstToken();
            next = Math.max(drawn(), pacing.nextTokens());
            return first;
        }

        @Override
        public long nextGap() {
            var wanted = drawn();
            var time = 0L;
            var said = 0L;
            while (said < wanted) {
                time += Nanos.bounded(pacing.nextGap());
                said += Math.max(1, pacing.nextTokens());
            }
            next = (int) Math.min(said, MOST);
            return time;
        }

        @Override
        public int nextTokens() {
            return next;
        }

        @Override
        public boolean live() {
            return pacing.live();
        }

        private int drawn() {
            return (int) Math.clamp(Math.round(tokens.draw(random)), 1, MOST);
        }
    }
}

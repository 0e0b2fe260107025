package llmsim.engine.capacity;

import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.Pacing;
import llmsim.api.spi.PacingContext;
import llmsim.api.spi.PacingContext.Load;

/**
 * A profile of a request that has a slot: it sees how many of the model's are taken, and its gaps grow as they fill, each
 * by what is taken when it begins.
 *
 * @param slowdown the factor when all are taken; 1 for none
 */
record Slotted(LatencyProfile profile, Slots slots, double slowdown) implements LatencyProfile {
    @Override
    public String name() {
        return profile.name();
    }

    @Override
    public Pacing pace(PacingContext context) {
        var inside = new PacingContext(
                context.model(),
                context.promptTokens(),
                context.cachedPromptTokens(),
                new ModelLoad(context.load(), slots),
                context.random());
        var pacing = profile.pace(inside);
        return slowdown == 1 ? pacing : new Pace(pacing, slots, slowdown);
    }

    private record Pace(Pacing pacing, Slots slots, double slowdown) implements Pacing {
        @Override
        public long timeToFirstToken() {
            return pacing.timeToFirstToken();
        }

        @Override
        public long nextGap() {
            var factor = 1 + (slowdown - 1) * slots.load();
            return Math.round(Math.max(0, pacing.nextGap()) * factor);
        }

        @Override
        public int nextTokens() {
            return pacing.nextTokens();
        }

        @Override
        public boolean live() {
            return true;
        }
    }

    private record ModelLoad(Load everything, Slots model) implements Load {
        @Override
        public int activeExchanges() {
            return everything.activeExchanges();
        }

        @Override
        public int slots() {
            return model.all();
        }

        @Override
        public int slotsInUse() {
            return model.inUse();
        }
    }
}

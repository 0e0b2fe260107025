package llmsim.engine.trial;

import java.util.concurrent.TimeUnit;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.Pacing;
import llmsim.api.spi.PacingContext;

/** Always the same pace, in milliseconds. */
public record SteadyProfile(long ttft, long gap, int tokens) implements LatencyProfile {
    public SteadyProfile(long ttft, long gap) {
        this(ttft, gap, 1);
    }

    @Override
    public String name() {
        return "steady";
    }

    @Override
    public Pacing pace(PacingContext context) {
        return new Pacing() {
            @Override
            public long timeToFirstToken() {
                return TimeUnit.MILLISECONDS.toNanos(ttft);
            }

            @Override
            public long nextGap() {
                return TimeUnit.MILLISECONDS.toNanos(gap);
            }

            @Override
            public int nextTokens() {
                return tokens;
            }
        };
    }
}

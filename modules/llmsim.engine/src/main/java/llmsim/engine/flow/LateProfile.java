package llmsim.engine.flow;

import java.time.Duration;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.Pacing;
import llmsim.api.spi.PacingContext;

/** Nothing for a while: the pace of an answer of which nothing comes but an error. */
record LateProfile(Duration delay) implements LatencyProfile {
    @Override
    public String name() {
        return "late";
    }

    @Override
    public Pacing pace(PacingContext context) {
        return new Pacing() {
            @Override
            public long timeToFirstToken() {
                return delay.toNanos();
            }

            @Override
            public long nextGap() {
                return 0;
            }
        };
    }
}

package llmsim.engine.latency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.Pacing;
import llmsim.api.spi.PacingContext;

/**
 * What a profile does to one answer, without an answer: {@code PaceSample.of(profile, "gpt-5", 100, random)}.
 *
 * @param timeToFirstToken from admission to the first event
 * @param gaps from each event to the next
 */
public record PaceSample(Duration timeToFirstToken, List<Duration> gaps) {
    public PaceSample {
        gaps = List.copyOf(gaps);
    }

    /** A sample of an answer of this many tokens, at least 1, to a prompt of no tokens, while nothing else is going on. */
    public static PaceSample of(LatencyProfile profile, String model, int tokens, RandomGenerator random) {
        var pacing = profile.pace(new PacingContext(model, 0, 0, PacingContext.Load.IDLE, random));
        var first = nanos(pacing.timeToFirstToken());
        var gaps = new ArrayList<Duration>();
        for (var said = next(pacing); said < tokens; said += next(pacing)) {
            gaps.add(nanos(pacing.nextGap()));
        }
        return new PaceSample(first, gaps);
    }

    /** From admission to the last event. */
    public Duration total() {
        return gaps.stream().reduce(timeToFirstToken, Duration::plus);
    }

    private static long next(Pacing pacing) {
        return Math.max(1, pacing.nextTokens());
    }

    private static Duration nanos(long nanos) {
        return Duration.ofNanos(Math.max(0, nanos));
    }
}

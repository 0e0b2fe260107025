package llmsim.engine.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.SplittableRandom;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.Pacing;
import llmsim.api.spi.PacingContext;
import org.junit.jupiter.api.Test;

class PaceSampleTest {
    private final ProfileTable table = ProfileTable.standard();

    @Test
    void aSampleHasAGapForEachTokenButTheFirst() {
        var sample = PaceSample.of(table.named("fast"), "any", 100, new SplittableRandom(1));

        assertThat(sample.gaps()).hasSize(99).containsOnly(Duration.ofMillis(1));
        assertThat(sample.timeToFirstToken().toMillis()).isBetween(1L, 19L);
        assertThat(sample.total()).isEqualTo(sample.timeToFirstToken().plusMillis(99));
    }

    @Test
    void longAnswersTakeTheTimeOfTheirMeans() {
        var sample = PaceSample.of(table.named("gpt5"), "any", 10_001, new SplittableRandom(7));

        assertThat(sample.total().toMillis()).isCloseTo(600 + 10_000 * 40, within(4_000L));
    }

    @Test
    void equalSeedsGiveEqualSamples() {
        var profile = table.forModel("claude-opus-4-5");

        assertThat(PaceSample.of(profile, "x", 50, new SplittableRandom(3)))
                .isEqualTo(PaceSample.of(profile, "x", 50, new SplittableRandom(3)))
                .isNotEqualTo(PaceSample.of(profile, "x", 50, new SplittableRandom(4)));
    }

    @Test
    void instantIsInstant() {
        assertThat(PaceSample.of(table.named("instant"), "any", 1000, new SplittableRandom(1))
                        .total())
                .isZero();
    }

    @Test
    void eventsOfSeveralTokensHaveFewerGapsAndNegativeTimesAreNone() {
        var sample = PaceSample.of(new Pairs(), "any", 7, new SplittableRandom(1));

        assertThat(sample.gaps()).hasSize(3).containsOnly(Duration.ofNanos(5));
        assertThat(sample.timeToFirstToken()).isZero();
    }

    private record Pairs() implements LatencyProfile, Pacing {
        @Override
        public String name() {
            return "pairs";
        }

        @Override
        public Pacing pace(PacingContext context) {
            return this;
        }

        @Override
        public long timeToFirstToken() {
            return -1;
        }

        @Override
        public long nextGap() {
            return 5;
        }

        @Override
        public int nextTokens() {
            return 2;
        }
    }
}

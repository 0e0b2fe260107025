package llmsim.engine.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.Pacing;
import llmsim.api.spi.PacingContext;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** What wrapping a profile does to its times. */
class WrappersTest {
    private static final LatencyProfile NORMAL = DrawnProfile.normal("mine", 600, 150, 40, 12);
    private static final LatencyProfile STEADY = DrawnProfile.normal("steady", 100, 0, 10, 0);

    @Property
    void factorsMultiplyExactly(@ForAll @DoubleRange(max = 100) double factor, @ForAll long seed) {
        var plain = times(NORMAL, seed, 0, 0);
        var scaled = times(new Scaled(NORMAL, factor), seed, 0, 0);

        for (var i = 0; i < plain.size(); i++) {
            assertThat(scaled.get(i)).isEqualTo(Math.round(plain.get(i) * factor));
        }
    }

    @Test
    void twoIsTwiceAsSlowAndOneIsTheProfileItself() {
        assertThat(times(new Scaled(STEADY, 2), 1, 0, 0).subList(0, 2)).containsExactly(200_000_000L, 20_000_000L);
        assertThat(Scaled.by(1, NORMAL)).isSameAs(NORMAL);
        assertThat(Scaled.by(3, NORMAL)).isEqualTo(new Scaled(NORMAL, 3));
    }

    @Test
    void theTimeToFirstTokenGrowsWithThePromptThatIsNotCached() {
        var profile = new Prefilled(STEADY, 1000);

        assertThat(times(profile, 1, 0, 0).getFirst()).isEqualTo(100_000_000);
        assertThat(times(profile, 1, 500, 0).getFirst()).isEqualTo(600_000_000);
        assertThat(times(profile, 1, 500, 400).getFirst()).isEqualTo(200_000_000);
        assertThat(times(profile, 1, 500, 600).getFirst()).isEqualTo(100_000_000);
        assertThat(times(profile, 1, 500, 0).get(1)).isEqualTo(10_000_000);
    }

    @Test
    void aSlowStreamStaysSlow() {
        var profile = new Correlated(STEADY, 0.5);
        var factors = LongStream.range(0, 100_000)
                .map(seed -> {
                    var pacing = pace(profile, seed, 0, 0);
                    assertThat(pacing.timeToFirstToken()).isEqualTo(100_000_000);
                    var gap = pacing.nextGap();
                    assertThat(pacing.nextGap()).isEqualTo(gap);
                    return gap;
                })
                .toArray();
        var mean = LongStream.of(factors).average().orElseThrow();
        var variance = LongStream.of(factors)
                .mapToDouble(gap -> (gap - mean) * (gap - mean))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(10_000_000, withinPercentage(1));
        assertThat(Math.sqrt(variance)).isCloseTo(5_000_000, withinPercentage(2));
    }

    @Test
    void severalTokensInAnEventTakeTheirTime() {
        var pacing = pace(new Bundled(STEADY, Distribution.constant(4)), 1, 0, 0);

        assertThat(pacing.timeToFirstToken()).isEqualTo(100_000_000);
        assertThat(pacing.nextTokens()).isEqualTo(4);
        assertThat(pacing.nextGap()).isEqualTo(40_000_000);
        assertThat(pacing.nextTokens()).isEqualTo(4).isEqualTo(pacing.nextTokens());
    }

    @Test
    void tokensOfAnEventCanBeDrawnAndComeNoFaster() {
        var pacing = pace(new Bundled(STEADY, new Normal(5, 2)), 1, 0, 0);
        pacing.timeToFirstToken();
        var time = 0L;
        var tokens = 0L;
        for (var i = 0; i < 100_000; i++) {
            time += pacing.nextGap();
            tokens += pacing.nextTokens();
        }

        assertThat(time).isEqualTo(tokens * 10_000_000);
        assertThat(tokens / 100_000.0).isCloseTo(5, withinPercentage(1));
    }

    @Test
    void eventsOfEventsKeepThePace() {
        var fours = new Bundled(STEADY, Distribution.constant(4));

        var eights = pace(new Bundled(fours, Distribution.constant(8)), 1, 0, 0);
        eights.timeToFirstToken();
        assertThat(eights.nextGap()).isEqualTo(80_000_000);
        assertThat(eights.nextTokens()).isEqualTo(8);
        var pairs = pace(new Bundled(fours, Distribution.constant(2)), 1, 0, 0);
        pairs.timeToFirstToken();
        assertThat(pairs.nextTokens()).isEqualTo(4);
        assertThat(pairs.nextGap()).isEqualTo(40_000_000);
        assertThat(pairs.nextTokens()).isEqualTo(4);
    }

    @Test
    void nowAndThenAPause() {
        var gaps = times(new Pausing(STEADY, 0.1, Distribution.constant(500)), 1, 0, 0, 100_000);

        assertThat(gaps.getFirst()).isEqualTo(100_000_000);
        var later = gaps.subList(1, gaps.size());
        assertThat(later).containsOnly(10_000_000L, 510_000_000L);
        assertThat(later.stream().filter(gap -> gap > 10_000_000).count()).isBetween(9_700L, 10_300L);
    }

    @Test
    void aProfileOfAnotherWithTimesOfItsOwn() {
        var both = new Derived("own", STEADY, Optional.of(new Normal(5, 0)), Optional.of(new Normal(1, 0)));
        var none = new Derived("own", STEADY, Optional.empty(), Optional.empty());

        assertThat(both.name()).isEqualTo("own");
        assertThat(times(both, 1, 0, 0).subList(0, 2)).containsExactly(5_000_000L, 1_000_000L);
        assertThat(times(none, 1, 0, 0)).isEqualTo(times(STEADY, 1, 0, 0));
    }

    @Property(tries = 200)
    void whateverIsWrappedNoTimeBecomesNegative(
            @ForAll long ttft, @ForAll long gap, @ForAll @DoubleRange(max = 10) double stddev, @ForAll long seed) {
        LatencyProfile wild = new Wild(ttft, gap);
        for (var profile : List.of(
                new Scaled(new Correlated(wild, stddev), 1e300),
                new Prefilled(wild, 0.001),
                new Bundled(wild, new Normal(20_000, 20_000)),
                new Pausing(wild, 0.5, Distribution.constant(Distribution.DAY)),
                new Prefilled(
                        new Bundled(new Pausing(new Correlated(wild, stddev), 1, new Normal(1, 1)), new Normal(3, 1)),
                        1))) {
            assertThat(times(profile, seed, Long.MAX_VALUE, 0))
                    .allMatch(time -> time >= 0 || time == gap || time == ttft);
        }
    }

    @Test
    void equalDrawsMakeEqualTimesAndTheNameStays() {
        var all = new Prefilled(
                new Pausing(
                        new Bundled(new Scaled(new Correlated(NORMAL, 0.3), 2), new Normal(3, 1)),
                        0.1,
                        new Normal(500, 100)),
                2000);

        assertThat(all.name()).isEqualTo("mine");
        assertThat(times(all, 7, 100, 0)).isEqualTo(times(all, 7, 100, 0)).isNotEqualTo(times(all, 8, 100, 0));
    }

    @Test
    void whatMakesNoSense() {
        assertThatThrownBy(() -> new Scaled(NORMAL, -1)).hasMessage("factor must be a finite number from 0, not -1.0");
        assertThatThrownBy(() -> new Scaled(NORMAL, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Prefilled(NORMAL, 0)).hasMessage("tokensPerSecond must be above 0, not 0.0");
        assertThatThrownBy(() -> new Correlated(NORMAL, 11)).hasMessage("stddev must be 0 to 10, not 11.0");
        assertThatThrownBy(() -> new Pausing(NORMAL, 1.1, Distribution.constant(1)))
                .hasMessage("rate must be 0 to 1, not 1.1");
    }

    private static List<Long> times(LatencyProfile profile, long seed, long prompt, long cached) {
        return times(profile, seed, prompt, cached, 20);
    }

    private static List<Long> times(LatencyProfile profile, long seed, long prompt, long cached, int gaps) {
        var pacing = pace(profile, seed, prompt, cached);
        var times = new ArrayList<>(List.of(pacing.timeToFirstToken()));
        for (var i = 0; i < gaps; i++) {
            times.add(pacing.nextGap());
        }
        return times;
    }

    private static Pacing pace(LatencyProfile profile, long seed, long prompt, long cached) {
        return profile.pace(
                new PacingContext("gpt-5", prompt, cached, PacingContext.Load.IDLE, new SplittableRandom(seed)));
    }

    private record Wild(long ttft, long gap) implements LatencyProfile, Pacing {
        @Override
        public String name() {
            return "wild";
        }

        @Override
        public Pacing pace(PacingContext context) {
            return this;
        }

        @Override
        public long timeToFirstToken() {
            return ttft;
        }

        @Override
        public long nextGap() {
            return gap;
        }
    }
}

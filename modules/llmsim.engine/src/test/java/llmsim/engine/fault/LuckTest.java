package llmsim.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import llmsim.engine.configuration.StreamFault;
import llmsim.engine.configuration.StreamFaults;
import llmsim.engine.configuration.StreamFaults.Chance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules B4 and B5. */
class LuckTest {
    private static final StreamFault RESET = StreamFault.parse("reset@3");
    private static final StreamFault STALL = StreamFault.parse("stall:1s@50%");
    private static final int ROLLS = 100_000;

    @Test
    void eachFaultComesAsOftenAsItsRateSays() {
        var luck = new Luck(StreamFaults.of(Chance.of(RESET, 0.1), Chance.of(STALL, 0.25)));
        var counts = LongStream.range(0, ROLLS)
                .mapToObj(seed -> luck.roll(new SplittableRandom(seed * 7919), "openai", "gpt-5"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        // Five standard deviations.
        assertThat((double) counts.get(java.util.Optional.of(RESET)) / ROLLS).isCloseTo(0.1, within(0.005));
        assertThat((double) counts.get(java.util.Optional.of(STALL)) / ROLLS).isCloseTo(0.25, within(0.007));
    }

    @Test
    void whatIsSaidOfOneModelLeavesTheLuckOfOthers() {
        var usual = new Luck(StreamFaults.of(Chance.of(STALL, 0.5)));
        var everyone = new Luck(StreamFaults.of(Chance.of(RESET, 0.5), Chance.of(STALL, 0.5)));
        var some = new Luck(
                StreamFaults.of(new Chance(RESET, 0.5, List.of("gpt-*"), List.of("openai")), Chance.of(STALL, 0.5)));
        for (var seed = 0; seed < 100; seed++) {
            assertThat(some.roll(new SplittableRandom(seed), "openai", "o3"))
                    .isEqualTo(usual.roll(new SplittableRandom(seed), "openai", "o3"));
            assertThat(some.roll(new SplittableRandom(seed), "openai", "gpt-5"))
                    .isEqualTo(everyone.roll(new SplittableRandom(seed), "openai", "gpt-5"));
            assertThat(some.roll(new SplittableRandom(seed), "gemini", "gpt-5"))
                    .isNotEqualTo(java.util.Optional.of(RESET));
        }
    }

    @Test
    void chancesOfDifferentModelsHaveAllOfTheRollEach() {
        var luck = new Luck(StreamFaults.of(
                new Chance(RESET, 1, List.of("gpt-*"), List.of()),
                new Chance(STALL, 1, List.of("o3"), List.of()),
                new Chance(STALL, 1, List.of(), List.of("gemini"))));

        assertThat(luck.roll(new SplittableRandom(1), "openai", "gpt-5")).contains(RESET);
        assertThat(luck.roll(new SplittableRandom(1), "openai", "o3")).contains(STALL);
        assertThat(luck.roll(new SplittableRandom(1), "openai", "o4")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aRateIsAPart(double rate) {
        assertThatThrownBy(() -> Chance.of(RESET, rate)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsForcedIsNotDrawn() {
        assertThat(Luck.always(RESET).forced()).contains(RESET);
        assertThat(Luck.always(RESET).isNone()).isFalse();
        assertThat(Luck.NONE.isNone()).isTrue();
    }
}

package llmsim.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import llmsim.engine.configuration.StreamFault;
import llmsim.engine.configuration.StreamFaults;
import llmsim.engine.configuration.StreamFaults.Chance;
import llmsim.engine.incident.Effect;
import llmsim.engine.match.Glob;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule B4: rates add up to at most 1 for each answer. */
class OverlapTest {
    private static final StreamFault RESET = StreamFault.parse("reset@3");

    @Test
    void theRatesOfAllAnswersAddUpToAtMostOne() {
        assertThat(objection(chance(0.7, ""), chance(0.2, ""), chance(0.1, ""))).isEmpty();
        assertThat(objection(chance(0.6, ""), chance(0, ""), chance(0.5, "")))
                .isEqualTo("must have rates that add up to at most 1 for each answer, but [0] reset@3, [2] reset@3"
                        + " can meet the same one, and are 1.1 together");
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-5,      gpt-4,      false",
        "gpt-5*,     gpt-4*,     false",
        "gpt-*,      gpt-5*,     true",
        "gpt-*,      *mini,      true",
        "*-mini,     *-nano,     false",
        "gpt-*mini,  gpt-5*,     true",
        "a*b*c,      a*d*c,      true",
        "a*b,        b*,         false",
        "*opus*,     *sonnet*,   true",
        "*opus*,     sonnet,     false",
        "ab,         a*b,        true",
        "aba,        ab*ba,      false",
        "gpt-5|o3,   o4|gpt-4,   false",
        "gpt-5|o3,   o*,         true",
        "'',         gpt-5,      true"
    })
    void patternsOverlapIfANameFitsBoth(String first, String second, boolean overlap) {
        assertThat(objection(chance(0.6, first), chance(0.6, second)).isEmpty()).isEqualTo(!overlap);
        assertThat(objection(chance(0.6, second), chance(0.6, first)).isEmpty()).isEqualTo(!overlap);
    }

    @Test
    void onlyThoseThatMeetTheSameAnswerAreNamed() {
        assertThat(objection(chance(0.9, "gpt-4"), chance(0.9, "gpt-5"), chance(0.2, "gpt-5*"), chance(0.9, "o3")))
                .contains("but [1] reset@3, [2] reset@3 can meet");
        assertThat(objection(chance(0.8, "gpt-4"), chance(0.8, "gpt-5"), chance(0.2, "")))
                .isEmpty();
    }

    @Test
    void threeOfWhichAnyTwoOverlapNeedNotMeet() {
        assertThat(objection(chance(0.5, "a|b"), chance(0.5, "b|c"), chance(0.5, "a|c")))
                .isEmpty();
    }

    @Test
    void providersAreApartToo() {
        var openai = new Chance(RESET, 0.7, List.of(), List.of("openai"));
        var gemini = new Chance(RESET, 0.7, List.of(), List.of("gemini"));

        assertThat(objection(openai, gemini)).isEmpty();
        assertThat(objection(openai, gemini, chance(0.3, "gpt-*"))).isEmpty();
        assertThat(objection(openai, gemini, chance(0.4, "gpt-*"))).contains("[1] reset@3, [2] reset@3");
    }

    @Test
    void whatWouldTakeLongToFindOutIsRefused() {
        var many = IntStream.range(0, 300)
                .mapToObj(i -> chance(0.01, "model-" + i + "*"))
                .toArray(Chance[]::new);

        assertThat(objection(many)).startsWith("must have rates that add up to at most 1, for there are more than 200");
        assertThat(objection(Arrays.copyOf(many, 100))).isEmpty();
    }

    @Test
    void anIncidentIsCheckedToo() {
        assertThatThrownBy(() -> Effect.NONE.faults(StreamFaults.of(chance(0.6, ""), chance(0.5, ""))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("stream faults must have rates that add up to at most 1");
    }

    /** Names of up to six letters are enough for patterns as short as these. */
    @Property(tries = 300)
    void anObjectionIsMadeIfAndOnlyIfANameMeetsTooMany(
            @ForAll("patterns") String first, @ForAll("patterns") String second, @ForAll("patterns") String third) {
        var patterns = List.of(first, second, third);
        var globs = patterns.stream().map(Glob::of).toList();
        var meets = names().anyMatch(name -> globs.stream().allMatch(glob -> glob.matches(name)));
        var chances = patterns.stream().map(pattern -> chance(0.4, pattern)).toArray(Chance[]::new);

        assertThat(objection(chances).isEmpty()).isEqualTo(!meets);
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of("a", "b", "*").list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join("", parts));
    }

    private static Stream<String> names() {
        return IntStream.rangeClosed(0, 6)
                .boxed()
                .flatMap(length -> IntStream.range(0, 1 << length)
                        .mapToObj(bits -> IntStream.range(0, length)
                                .mapToObj(i -> (bits >> i & 1) == 0 ? "a" : "b")
                                .collect(Collectors.joining())));
    }

    /** @param models patterns with bars between; empty for all */
    private static Chance chance(double rate, String models) {
        return new Chance(RESET, rate, models.isEmpty() ? List.of() : List.of(models.split("\\|")), List.of());
    }

    private static String objection(Chance... chances) {
        return new Overlap(StreamFaults.of(chances)).objection().orElse("");
    }
}

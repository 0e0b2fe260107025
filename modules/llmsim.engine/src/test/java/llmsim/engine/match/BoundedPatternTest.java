package llmsim.engine.match;

import static llmsim.engine.trial.AskedTrial.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import llmsim.engine.match.BoundedPattern.Result;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedPatternTest {
    private static final String SLOW = "(.*)(.*)(.*)(.*)(.*)(.*)x";

    @Test
    void groupsAreWhatTheyTook() {
        assertThat(find("(a)(x)?(?<rest>b+)", "zabbz")).isEqualTo(new Result.Found(List.of("abb", "a", "", "bb")));
        assertThat(BoundedPattern.of("(a)(x)?(?<rest>b+)").groups()).isEqualTo(3);
        assertThat(BoundedPattern.of("(a)(x)?(?<rest>b+)").names()).containsEntry("rest", 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a|aa)+$", "(.*)*x", "(a*)*b", "(?:a|a)*c", "^(([a-z])+.)+[A-Z]([a-z])+$"})
    void anEvilExpressionIsGivenUp(String evil) {
        assertThat(find(evil, "a".repeat(5_000) + "!")).isInstanceOfAny(Result.GaveUp.class, Result.Absent.class);
    }

    @Test
    void aDeepExpressionIsGivenUp() {
        assertThat(find("(?:(a)|b)*c", "a".repeat(10_000_000))).isInstanceOf(Result.GaveUp.class);
    }

    @Test
    void theReasonSaysThatItWasGivenUp() {
        var no = Match.of(new Condition.Regex(BoundedPattern.of(SLOW)))
                .match(user("a".repeat(50) + "!").asked());

        assertThat(((Outcome.No) no).reasons())
                .singleElement()
                .asString()
                .startsWith("regex: '" + SLOW + "' was given up on 'aaaa")
                .endsWith(": it took more than 500408 steps");
    }

    @Test
    void manyEvilExpressionsShareTheirSteps() {
        var subject = new Subject(user("a".repeat(50) + "!").asked());

        var given = IntStream.range(0, 1_000)
                .mapToObj(i -> subject.find(BoundedPattern.of(SLOW)))
                .filter(Result.GaveUp.class::isInstance)
                .count();

        assertThat(given).isEqualTo(1_000);
        assertThat(subject.find(BoundedPattern.of("a"))).isEqualTo(new Result.GaveUp("it took more than 0 steps"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "[a", "a{2,1}", "*", "\\", "(?<n>a)(?<n>b)", "((a{1000}){1000}){1000}", "a{99999999999}"})
    void aWrongExpressionIsRefusedInOneLine(String wrong) {
        assertThatThrownBy(() -> BoundedPattern.of(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("[^\\n]+");
    }

    @Test
    void aLongExpressionIsRefused() {
        assertThatThrownBy(() -> BoundedPattern.of("a".repeat(1_001))).hasMessageContaining("at most 1000 characters");
    }

    @Property
    void findsWhatTheUnboundedOneFinds(
            @ForAll @Chars({'a', 'b', '.', '*', '+', '?', '(', ')', '|', '^', '$'}) @StringLength(max = 8)
                    String expression,
            @ForAll @Chars({'a', 'b', 'c'}) @StringLength(max = 12) String text) {
        try {
            var unbounded = java.util.regex.Pattern.compile(expression).matcher(text);
            var found = find(expression, text);

            assertThat(found instanceof Result.Found).isEqualTo(unbounded.find());
            if (found instanceof Result.Found(var groups)) {
                assertThat(groups.getFirst()).isEqualTo(unbounded.group());
            }
        } catch (java.util.regex.PatternSyntaxException _) {
            assertThatThrownBy(() -> BoundedPattern.of(expression)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Result find(String expression, String text) {
        return BoundedPattern.of(expression).find(text, BoundedPattern.Steps.ofRequest(text));
    }
}

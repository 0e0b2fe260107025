package llmsim.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import llmsim.api.exchange.Headers;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.configuration.JournalSettings;
import llmsim.engine.match.Condition;
import llmsim.engine.match.Match;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class VerifyingTest {
    private final Journal journal = new Journal(new JournalSettings(1 << 20, 1_000, 0), VirtualClock.manual());

    @Test
    void countsWhatFits() {
        asked("Weather in Paris", "Weather in Rome", "Hello");

        assertThat(verify(Expectation.some(says("weather"))).passed()).isTrue();
        assertThat(verify(Expectation.exactly(says("weather"), 2)).fitting()).hasSize(2);
        assertThat(verify(Expectation.exactly(says("weather"), 2)).text()).isEqualTo("As expected.");
        assertThat(verify(Expectation.between(says("weather"), 0, 1)).problems())
                .containsExactly("2 requests fit, not at most 1.");
        assertThat(verify(Expectation.exactly(says("weather"), 3)).problems())
                .containsExactly("2 of 3 requests fit, not 3.");
    }

    @Test
    void whatComesNearestIsShown() {
        asked("Hello", "Weather in Rome");
        var match = Match.of(
                new Condition.ContentContains("weather"),
                new Condition.ContentContains("Paris"),
                new Condition.Model("gpt-4o"));
        var verification = verify(Expectation.some(match));

        assertThat(verification.passed()).isFalse();
        assertThat(verification.nearest().getFirst().request().number()).isEqualTo(2);
        assertThat(verification.text())
                .startsWith("0 of 2 requests fit, not at least 1.\n  request 2 (r): content_contains: 'Paris' is not in"
                        + " 'Weather in Rome'");
    }

    @Test
    void theOrderMatters() {
        asked("one", "two", "three", "two");

        assertThat(verify(Expectation.inOrder(List.of(says("one"), says("three"), says("two"))))
                        .passed())
                .isTrue();
        assertThat(verify(Expectation.inOrder(List.of(says("three"), says("one"))))
                        .problems())
                .containsExactly("No request fits number 2 of the order after request 3, which is number 1.");
        assertThat(verify(Expectation.inOrder(List.of(says("four")))).problems())
                .containsExactly("No request fits number 1 of the order.");
    }

    @Test
    void onlySomeMayBeMeant() {
        Trials.write(journal, "gpt-4o", "Hi", Headers.NONE);
        Trials.write(journal, "o3", "Hi", Headers.NONE);
        var o3 = new Filter(
                Optional.of("trial/completions"),
                Optional.of("o3"),
                Optional.of(""),
                Optional.of("completed"),
                OptionalInt.of(200),
                Optional.of(""));
        var failed = new Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("error"),
                OptionalInt.empty(),
                Optional.empty());

        assertThat(verify(Expectation.exactly(says("hi"), 1).among(o3)).passed())
                .isTrue();
        assertThat(verify(Expectation.exactly(says("hi"), 0).among(failed)).passed())
                .isTrue();
    }

    @Test
    void headersAreLookedAt() {
        Trials.write(journal, "gpt-4o", "Hi", Headers.of(Map.of("x-tenant", "acme")));

        assertThat(journal.pages()
                        .requests()
                        .getFirst()
                        .asked()
                        .call()
                        .headers()
                        .first("x-tenant"))
                .contains("acme");
    }

    @Test
    void whatIsMissingIsSaid() {
        asked("x".repeat(2_000), "Hello");
        var verification = verify(Expectation.exactly(says("xxx"), 1));

        assertThat(verification.passed()).isFalse();
        assertThat(verification.text()).contains("2000 bytes was too large to be kept (journal.max_body_bytes)");

        var small = new Journal(new JournalSettings(3_000, 1_000, 0), VirtualClock.manual());
        for (var i = 0; i < 9; i++) {
            Trials.write(small, "Hello");
        }
        assertThat(Verifying.verify(small.pages(), Expectation.between(says("hello"), 0, 100))
                        .problems())
                .first()
                .asString()
                .contains("it may have been more: the journal has forgotten");
        assertThat(Verifying.verify(small.pages(), Expectation.some(says("hello")))
                        .passed())
                .isTrue();
    }

    @Test
    void noNumberIsBetweenThreeAndTwo() {
        assertThatIllegalArgumentException().isThrownBy(() -> Expectation.between(Match.ANY, 3, 2));
    }

    @Property(tries = 200)
    void anySubsequenceIsInOrder(
            @ForAll @Size(max = 12) List<@IntRange(max = 3) Integer> said,
            @ForAll @Size(max = 6) List<@IntRange(max = 3) Integer> wanted) {
        var fresh = new Journal(new JournalSettings(1 << 20, 1_000, 0), VirtualClock.manual());
        said.forEach(word -> Trials.write(fresh, "word" + word));
        var left = said.iterator();
        var isIn = wanted.stream().allMatch(word -> {
            while (left.hasNext()) {
                if (left.next().equals(word)) {
                    return true;
                }
            }
            return false;
        });
        var order = wanted.stream().map(word -> says("word" + word)).toList();

        assertThat(Verifying.verify(fresh.pages(), Expectation.inOrder(order)).passed())
                .isEqualTo(isIn);
    }

    private void asked(String... texts) {
        Stream.of(texts).forEach(text -> Trials.write(journal, text));
    }

    private Verification verify(Expectation expectation) {
        return Verifying.verify(journal.pages(), expectation);
    }

    private static Match says(String text) {
        return Match.of(new Condition.ContentContains(text));
    }
}

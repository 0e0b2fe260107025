package llmsim.engine.script;

import static llmsim.engine.script.Requests.asked;
import static llmsim.engine.script.Requests.naming;
import static llmsim.engine.script.Requests.playing;
import static llmsim.engine.script.Requests.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import llmsim.engine.latency.ProfileTable;
import llmsim.engine.match.BoundedPattern;
import llmsim.engine.match.Condition;
import llmsim.engine.match.Match;
import org.junit.jupiter.api.Test;

/** Scripts that others take the place of while they are given out. */
class ChangedScriptsTest {
    private static final Script ABC = Script.of(Turn.assistant("a"), Turn.assistant("b"), Turn.assistant("c"));
    private static final Script XY = Script.of(Turn.assistant("x"), Turn.assistant("y"));

    private final ScriptSource source = playing(new Scripts(Optional.of(ABC), Map.of("n", ABC), SessionKey.HEADER));

    @Test
    void oneThatStaysGoesOnAndOneThatChangesBegins() {
        said(source, asked());
        said(source, asked("s"));
        said(source, naming("n", ""));
        said(source, naming("n", "s"));

        var changed = source.become(
                new Scripts(Optional.of(ABC), Map.of("n", XY), SessionKey.HEADER), ProfileTable.standard());

        assertThat(said(changed, asked())).isEqualTo("b");
        assertThat(said(changed, asked("s"))).isEqualTo("b");
        assertThat(said(changed, naming("n", ""))).isEqualTo("x");
        assertThat(said(changed, naming("n", "s"))).isEqualTo("x");
        assertThat(changed.given()).isEqualTo(Map.of("", 2L, "n", 1L));
    }

    @Test
    void oneThatComesBackBegins() {
        said(source, naming("n", ""));
        said(source, naming("n", "s"));

        var without = source.become(Scripts.NONE, ProfileTable.standard());
        var back = without.become(
                new Scripts(Optional.empty(), Map.of("n", ABC), SessionKey.HEADER), ProfileTable.standard());

        assertThat(without.given()).isEmpty();
        assertThat(said(back, naming("n", ""))).isEqualTo("a");
        assertThat(said(back, naming("n", "s"))).isEqualTo("a");
    }

    @Test
    void expressionsThatAreReadTwiceAreTheSame() {
        assertThat(matching("a.c")).isEqualTo(matching("a.c")).hasSameHashCodeAs(matching("a.c"));
        assertThat(matching("a.c")).isNotEqualTo(matching("abc"));
    }

    private static Match matching(String expression) {
        return Match.of(new Condition.Regex(BoundedPattern.of(expression)));
    }
}

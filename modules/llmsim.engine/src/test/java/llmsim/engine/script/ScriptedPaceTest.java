package llmsim.engine.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import llmsim.api.problem.ProblemException;
import llmsim.api.prompt.OutputLimits;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Finish;
import llmsim.api.reply.ReplyEvent;
import llmsim.engine.configuration.LatencySettings;
import llmsim.engine.trial.Rig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scripted turns take the same way as all answers: paced, cut, counted. */
class ScriptedPaceTest {
    private static final LatencySettings SLOW = new LatencySettings.Custom(2_000, 0, 100, 0);
    private final Rig rig = Rig.automatic();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aTurnTakesItsOwnTime() {
        script(Turn.assistant("one two three").at(SLOW), Turn.assistant("one two three"));

        assertThat(time(() -> ask(SimRequest.of("gpt-4o", "Hi")))).isEqualTo(Duration.ofMillis(2_200));
        assertThat(time(() -> ask(SimRequest.of("gpt-4o", "Hi")))).isEqualTo(Duration.ofMillis(120));
    }

    @Test
    void anErrorComesAtOnceOrWhenItsFirstTokenWouldHaveCome() {
        script(
                Turn.error(new ScriptedError.Timeout()),
                Turn.error(new ScriptedError.Timeout()).at(SLOW));

        assertThat(time(this::fail)).isEqualTo(Duration.ZERO);
        assertThat(time(this::fail)).isEqualTo(Duration.ofSeconds(2));
        assertThat(rig.simulator().statistics().timeoutErrors()).isEqualTo(2);
    }

    @Test
    void aLengthLimitCutsWhatIsScripted() {
        script(Turn.assistant("one two three four"));

        var events = ask(SimRequest.of("gpt-4o", "Hi").withLimits(OutputLimits.ofTokens(2)));

        assertThat(events).contains(new ReplyEvent.ChoiceFinished(0, Finish.LENGTH));
    }

    private void script(Turn... turns) {
        rig.sources(Requests.playing(Script.of(turns)));
    }

    private List<ReplyEvent> ask(SimRequest request) {
        var events = new ArrayList<ReplyEvent>();
        rig.simulator().ask(request, events::add);
        return events;
    }

    private void fail() {
        assertThatThrownBy(() -> ask(SimRequest.of("gpt-4o", "Hi")))
                .isInstanceOf(ProblemException.class)
                .hasMessage("Request timed out");
    }

    private Duration time(Runnable action) {
        var before = rig.clock.nanoTime();
        action.run();
        return Duration.ofNanos(rig.clock.nanoTime() - before);
    }
}

package llmsim.engine.script;

import static llmsim.engine.script.Requests.asked;
import static llmsim.engine.script.Requests.naming;
import static llmsim.engine.script.Requests.playing;
import static llmsim.engine.script.Requests.problem;
import static llmsim.engine.script.Requests.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import llmsim.api.content.Part;
import llmsim.api.exchange.Caller;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.SimRequest;
import llmsim.api.prompt.Tool;
import llmsim.api.reply.FinishReason;
import llmsim.api.reply.Reply;
import llmsim.api.settings.SettingsException;
import llmsim.engine.configuration.LatencySettings;
import llmsim.engine.match.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

class ScriptSourceTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ScriptedCall LS =
            ScriptedCall.of("bash", JSON.objectNode().put("command", "ls"));
    private static final Turn ONE = Turn.assistant("one");
    private static final Turn TWO = Turn.assistant("two");

    @ParameterizedTest
    @CsvSource({
        "REPEAT_LAST, one two two two two",
        "LOOP, one two one two one",
    })
    void afterTheLastTurnItGoesOnAsTheScriptSays(OnExhausted end, String said) {
        var source = playing(Script.of(ONE, TWO).then(end));

        for (var expected : said.split(" ", -1)) {
            assertThat(said(source, asked())).isEqualTo(expected);
        }
    }

    @Test
    void anExhaustedScriptIsAnErrorThatSaysSo() {
        var source = playing(Script.of(ONE, TWO).then(OnExhausted.ERROR));

        assertThat(said(source, asked()) + said(source, asked())).isEqualTo("onetwo");
        for (var i = 0; i < 3; i++) {
            assertThat(problem(source, asked()))
                    .isEqualTo(Problem.Stated.of(
                            Category.SERVER_ERROR, "The script is exhausted: all 2 turns were given out"));
        }
    }

    @Test
    void aCallWithoutAnIdGetsOneWithTheNumberOfTurnsBefore() {
        var source = playing(Script.of(ONE, Turn.toolCalls(LS, LS), Turn.mixed("so: ", LS, LS.withId("mine")))
                .then(OnExhausted.LOOP));

        said(source, asked());
        assertThat(said(source, asked()))
                .isEqualTo("[call_llmsim_1_0 bash{\"command\":\"ls\"}][call_llmsim_1_1 bash{\"command\":\"ls\"}]");
        assertThat(said(source, asked()))
                .isEqualTo("so: [call_llmsim_2_0 bash{\"command\":\"ls\"}][mine bash{\"command\":\"ls\"}]");
        said(source, asked());
        assertThat(said(source, asked())).startsWith("[call_llmsim_4_0 ").contains("[call_llmsim_4_1 ");
    }

    @Test
    void anIdHasTheProvidersPrefix() {
        var source = playing(Script.of(Turn.toolCalls(LS)));

        assertThat(said(source, Requests.withCallIds("toolu_"))).startsWith("[toolu_llmsim_0_0 ");
    }

    @Test
    void theFinishReasonFollowsFromTheTurn() {
        var source = playing(Script.of(ONE, Turn.toolCalls(LS), Turn.mixed("x", LS)));

        assertThat(List.of(finish(source), finish(source), finish(source)))
                .containsExactly(FinishReason.STOP, FinishReason.TOOL_CALLS, FinishReason.TOOL_CALLS);
    }

    private static FinishReason finish(ScriptSource source) {
        return ((Reply) Requests.decision(source, asked()))
                .choices()
                .getFirst()
                .finish()
                .reason();
    }

    @Test
    void allChoicesAreTheSameTurnAndTheirCallsHaveIdsOfTheirOwn() {
        var source = playing(Script.of(Turn.toolCalls(LS, LS), ONE));
        var three = asked(Requests.PLAIN.withChoices(3), Caller.ANONYMOUS);

        var reply = (Reply) Requests.decision(source, three);

        assertThat(reply.choices()).hasSize(3);
        assertThat(reply.choices().stream()
                        .flatMap(choice -> choice.parts().stream())
                        .map(part -> ((Part.ToolCall) part).id()))
                .containsExactly(
                        "call_llmsim_0_0",
                        "call_llmsim_0_1",
                        "call_llmsim_0_2",
                        "call_llmsim_0_3",
                        "call_llmsim_0_4",
                        "call_llmsim_0_5");
        assertThat(said(source, asked())).isEqualTo("one");
    }

    @Test
    void anErrorIsATurnLikeAnyOther() {
        var source = playing(Script.of(
                        Turn.error(new ScriptedError.RateLimit()),
                        Turn.error(new ScriptedError.Timeout()),
                        Turn.error(new ScriptedError.InvalidRequest("bad")),
                        Turn.error(new ScriptedError.Other("boom", 500)),
                        Turn.error(new ScriptedError.Other("gone", 502)),
                        Turn.toolCalls(LS))
                .then(OnExhausted.LOOP));

        assertThat(said(source, asked())).isEqualTo("RATE_LIMIT: Rate limit exceeded. Please retry after some time.");
        assertThat(said(source, asked())).isEqualTo("TIMEOUT: Request timed out");
        assertThat(said(source, asked())).isEqualTo("INVALID_REQUEST: bad");
        assertThat(said(source, asked())).isEqualTo("SERVER_ERROR: boom");
        assertThat(problem(source, asked())).isEqualTo(new Problem.WithStatus(502, "server_error", "gone"));
        assertThat(said(source, asked())).startsWith("[call_llmsim_5_0 ");
    }

    @Test
    void argumentsAreWrittenAsJsonWhateverTheyAre() {
        var source = playing(Script.of(
                Turn.toolCalls(ScriptedCall.of("f", JSON.stringNode("a \"b\""))),
                Turn.toolCalls(ScriptedCall.of("f", JSON.nullNode())),
                Turn.toolCalls(ScriptedCall.of("f", JSON.arrayNode().add(1).add(2.5)))));

        assertThat(said(source, asked())).contains("f\"a \\\"b\\\"\"]");
        assertThat(said(source, asked())).contains("fnull]");
        assertThat(said(source, asked())).contains("f[1,2.5]]");
    }

    @Test
    void aToolThatTakesFreeTextGetsAStringAsItIs() {
        var source = playing(Script.of(Turn.toolCalls(ScriptedCall.of("sh", JSON.stringNode("ls \"x\"")))));
        var tools = List.<Tool>of(new Tool.Custom("sh", "", Optional.empty()));

        assertThat(said(source, asked(Requests.offering(tools), Caller.ANONYMOUS)))
                .contains("shls \"x\"]");
    }

    @Test
    void sessionsStayApartAndThoseWithoutOneShareIt() {
        var source = playing(Script.of(ONE, TWO, Turn.toolCalls(LS)));

        assertThat(said(source, asked("a"))).isEqualTo("one");
        assertThat(said(source, asked("b"))).isEqualTo("one");
        assertThat(said(source, asked("a"))).isEqualTo("two");
        assertThat(said(source, asked())).isEqualTo("one");
        assertThat(said(source, asked())).isEqualTo("two");
        var ids = List.of(said(source, asked("a")), said(source, asked()));
        said(source, asked("b"));
        assertThat(said(source, asked("b"))).isNotEqualTo(ids.getFirst());
        assertThat(ids.getFirst()).matches("\\[call_llmsim_[0-9a-z]{8}_2_0 .*");
        assertThat(ids.getLast()).startsWith("[call_llmsim_2_0 ");
    }

    @Test
    void theIdsOfASessionAreTheSameInEveryRun() {
        var script = Script.of(Turn.toolCalls(LS));
        var later = playing(script);
        said(later, asked("first"));

        assertThat(said(playing(script), asked("a"))).isEqualTo(said(later, asked("a")));
    }

    @Test
    void theKeyCanBeTheSession() {
        var source = playing(new Scripts(Optional.of(Script.of(ONE, TWO)), Map.of(), SessionKey.API_KEY));

        assertThat(said(source, by("k1", ""))).isEqualTo("one");
        assertThat(said(source, by("k2", ""))).isEqualTo("one");
        assertThat(said(source, by("k1", ""))).isEqualTo("two");
        assertThat(said(source, by("k1", "s"))).isEqualTo("one");
        assertThat(said(source, by("k2", "s"))).isEqualTo("two");
        assertThat(said(source, by("", ""))).isEqualTo("one");
        assertThat(said(playing(Script.of(ONE, TWO)), by("k1", ""))).isEqualTo("one");
    }

    private static llmsim.engine.source.Source.Asked by(String key, String session) {
        return asked(Requests.PLAIN, new Caller(key, session, Map.of()));
    }

    @Test
    void aRequestCanNameItsScript() {
        var named = Map.of("tools", Script.of(Turn.toolCalls(LS)), "talk", Script.of(TWO));
        var source = playing(new Scripts(Optional.of(Script.of(Turn.toolCalls(LS))), named, SessionKey.HEADER));

        assertThat(said(source, naming("talk", ""))).isEqualTo("two");
        assertThat(said(source, asked())).startsWith("[call_llmsim_0_0 ");
        assertThat(said(source, naming("tools", ""))).matches("\\[call_llmsim_[0-9a-z]{8}_0_0 .*");
        assertThat(said(source, naming("tools", ""))).matches("\\[call_llmsim_[0-9a-z]{8}_1_0 .*");
        assertThatThrownBy(() -> source.named("tolk"))
                .isInstanceOf(SettingsException.class)
                .hasMessage("there is no script 'tolk'; did you mean 'talk'? choices: talk, tools");
        assertThatThrownBy(() -> playing(Script.of(ONE)).named("talk"))
                .hasMessage("there is no script 'talk'; there are no named scripts");
    }

    @Test
    void withoutAUsualScriptOthersAnswer() {
        var source = playing(new Scripts(Optional.empty(), Map.of("talk", Script.of(TWO)), SessionKey.HEADER));

        assertThat(source.decide(asked())).isEmpty();
        assertThat(said(source, naming("talk", ""))).isEqualTo("two");
        assertThat(Scripts.NONE.isEmpty()).isTrue();
    }

    @Test
    void aRequestThatDoesNotFitIsToldWhyAndTheTurnStays() {
        var source = playing(Script.of(
                ONE.when(new Condition.ContentContains("hi")),
                TWO.when(new Condition.ContentContains("bye"), new Condition.Model("gpt-4*"))));
        var bye = asked(SimRequest.of("gpt-5", "Bye!"), Caller.ANONYMOUS);

        assertThat(said(source, bye))
                .isEqualTo("INVALID_REQUEST: The request is not what turn 0 of the script waits for:"
                        + " content_contains: 'hi' is not in 'Bye!'");
        assertThat(said(source, asked())).isEqualTo("one");
        assertThat(said(source, asked()))
                .isEqualTo("INVALID_REQUEST: The request is not what turn 1 of the script waits for:"
                        + " content_contains: 'bye' is not in 'Hi'");
        assertThat(said(source, bye)).endsWith("model: the model is 'gpt-5', not 'gpt-4*'");
        assertThat(said(source, asked(SimRequest.of("gpt-4o", "bye"), Caller.ANONYMOUS)))
                .isEqualTo("two");
    }

    @Test
    void aTurnCanHaveItsOwnPace() {
        var source = playing(Script.of(
                ONE, TWO.at(new LatencySettings.Named("fast")), TWO.at(new LatencySettings.Custom(1, 0, 2, 0))));

        assertThat(source.decide(asked()).orElseThrow().profile()).isEmpty();
        assertThat(source.decide(asked()).orElseThrow().profile().orElseThrow().name())
                .isEqualTo("fast");
        assertThat(source.decide(asked()).orElseThrow().profile().orElseThrow().name())
                .isEqualTo("custom");
    }

    @Test
    void whatCannotBeIsNoScript() {
        assertThatThrownBy(() -> Script.of()).hasMessage("a script must have at least one turn");
        assertThatThrownBy(() -> Turn.toolCalls()).hasMessage("a turn with tool calls must have at least one");
        assertThatThrownBy(() -> new ScriptedError.Other("x", 200))
                .hasMessage("the status of an error must be 400 to 599, not 200");
        assertThatThrownBy(() -> playing(Script.of(ONE.at(new LatencySettings.Named("fats")))))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("unknown latency profile 'fats'; did you mean 'fast'?");
    }
}

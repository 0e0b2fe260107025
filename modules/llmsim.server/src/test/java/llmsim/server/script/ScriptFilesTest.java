package llmsim.server.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import llmsim.api.content.Role;
import llmsim.engine.configuration.LatencySettings;
import llmsim.engine.latency.ProfileTable;
import llmsim.engine.match.BoundedPattern;
import llmsim.engine.match.Condition;
import llmsim.engine.match.JsonPath;
import llmsim.engine.script.OnExhausted;
import llmsim.engine.script.Script;
import llmsim.engine.script.ScriptedCall;
import llmsim.engine.script.ScriptedError;
import llmsim.engine.script.Turn;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class ScriptFilesTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The sample of the format's first description, with every kind of turn. */
    private static final String ORIGINAL = """
            {
              "on_exhausted": "repeat_last",
              "turns": [
                {"type": "assistant", "text": "Hello"},
                {"type": "tool_calls", "calls": [
                  {"name": "bash", "arguments": {"command": "ls"}}
                ]},
                {"type": "mixed", "text": "Running ls", "calls": [
                  {"name": "bash", "arguments": {"command": "ls"}, "id": "call_42"}
                ]},
                {"type": "error", "kind": "rate_limit"},
                {"type": "error", "kind": "timeout"},
                {"type": "error", "kind": "invalid_request", "message": "bad args"},
                {"type": "error", "kind": "other", "message": "boom", "status_code": 502}
              ]
            }
            """;

    private static final ScriptedCall LS =
            ScriptedCall.of("bash", JSON.objectNode().put("command", "ls"));

    private static final Script SCRIPT = Script.of(
            Turn.assistant("Hello"),
            Turn.toolCalls(LS),
            Turn.mixed("Running ls", LS.withId("call_42")),
            Turn.error(new ScriptedError.RateLimit()),
            Turn.error(new ScriptedError.Timeout()),
            Turn.error(new ScriptedError.InvalidRequest("bad args")),
            Turn.error(new ScriptedError.Other("boom", 502)));

    @Test
    void aFileOfTheOriginalFormatIsRead() {
        assertThat(parse("a.json", ORIGINAL)).isEqualTo(SCRIPT);
    }

    @Test
    void theSameCanBeYaml() {
        var yaml = """
                turns:
                  - {type: assistant, text: Hello}
                  - type: tool_calls
                    calls: &ls
                      - name: bash
                        arguments: {command: ls}
                  - type: mixed
                    text: Running ls
                    calls:
                      - {name: bash, arguments: {command: ls}, id: call_42}
                  - {type: error, kind: rate_limit}
                  - {type: error, kind: timeout}
                  - {type: error, kind: invalid_request, message: bad args}
                  - {type: error, kind: other, message: boom, status_code: 502}
                """;

        assertThat(parse("a.yaml", yaml)).isEqualTo(SCRIPT);
    }

    @Test
    void anAliasRepeatsCalls() {
        var yaml = """
                on_exhausted: loop
                turns:
                  - {type: tool_calls, calls: &ls [{name: bash, arguments: {command: ls}}]}
                  - {type: mixed, text: again, calls: *ls}
                """;

        assertThat(parse("a.yaml", yaml))
                .isEqualTo(new Script(OnExhausted.LOOP, List.of(Turn.toolCalls(LS), Turn.mixed("again", LS))));
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        assertThat(parse("a.json", "{\"turns\": [{\"type\": \"error\", \"kind\": \"other\", \"message\": \"x\"}]}"))
                .isEqualTo(new Script(OnExhausted.REPEAT_LAST, List.of(Turn.error(new ScriptedError.Other("x", 500)))));
    }

    @Test
    void notesMayStandAnywhere() {
        var json = """
                {"$schema": "x", "_note": [1], "turns": [
                  {"type": "tool_calls", "_why": {}, "calls": [{"_a": 1, "name": "f", "arguments": null}]}]}
                """;

        assertThat(parse("a.json", json)).isEqualTo(Script.of(Turn.toolCalls(ScriptedCall.of("f", JSON.nullNode()))));
    }

    @Test
    void aTurnHasItsLatency() {
        var yaml = """
                turns:
                  - {type: assistant, text: a, latency: {profile: haiku}}
                  - {type: assistant, text: a, latency: {ttft_mean_ms: 5000, tbt_stddev_ms: 0.5}}
                  - {type: error, kind: timeout, latency: {profile: fast, ttft_mean_ms: 1}}
                """;

        assertThat(parse("a.yaml", yaml).turns().stream().map(Turn::latency))
                .containsExactly(
                        Optional.of(new LatencySettings.Named("haiku")),
                        Optional.of(new LatencySettings.Custom(5000, 150, 40, 0.5)),
                        Optional.of(new LatencySettings.Named("fast")));
    }

    @Test
    void aTurnSaysWhatItWaitsFor() {
        var yaml = """
                turns:
                  - type: assistant
                    text: It is 18 degrees.
                    match:
                      content_contains: [weather, Paris]
                      model: gpt-4*
                      role: tool
                      tool_result: {contains: "18", tool: get_weather}
                      header: {x-team: {contains: red}}
                      json_path: {expr: $.stream, equals: true}
                """;

        assertThat(parse("a.yaml", yaml))
                .isEqualTo(Script.of(Turn.assistant("It is 18 degrees.")
                        .when(
                                new Condition.ContentContains("weather"),
                                new Condition.ContentContains("Paris"),
                                new Condition.Model("gpt-4*"),
                                new Condition.LastRole(Role.TOOL),
                                new Condition.ToolResultContains("18", Optional.of("get_weather")),
                                new Condition.Header("x-team", "red", false),
                                new Condition.Json(
                                        JsonPath.of("$.stream"),
                                        new Condition.Expected.Value(JSON.booleanNode(true))))));
    }

    @Test
    void whatAFileCannotSayIsNotWritten() {
        var header = new Condition.Header("a", "b", true);
        var models = Script.of(Turn.assistant("").when(new Condition.Model("a"), new Condition.Model("b")));
        var headers = Script.of(Turn.assistant("").when(header, header));

        assertThatThrownBy(() -> ScriptWriting.json(models)).hasMessage("a file cannot say 'model' twice");
        assertThatThrownBy(() -> ScriptWriting.json(headers)).hasMessage("a file cannot say the header 'a' twice");
        assertThat(ScriptWriting.json(Script.of(Turn.assistant("")
                                .when(
                                        new Condition.SystemContains("a"),
                                        new Condition.SystemContains("b"),
                                        new Condition.Regex(BoundedPattern.of("a+")),
                                        new Condition.Path("*/chat"),
                                        new Condition.Json(JsonPath.of("$.n"), new Condition.Expected.Present(false)))))
                        .at("/turns/0/match")
                        .toString())
                .isEqualTo("{\"system_contains\":[\"a\",\"b\"],\"regex\":\"a+\",\"path\":\"*/chat\","
                        + "\"json_path\":{\"expr\":\"$.n\",\"exists\":false}}");
    }

    private static Script parse(String name, String text) {
        return new ScriptReading(ProfileTable.standard())
                .parse(name, text, error -> {
                    throw new AssertionError(error.text());
                })
                .orElseThrow();
    }
}

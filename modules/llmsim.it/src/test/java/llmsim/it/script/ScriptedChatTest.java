package llmsim.it.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import llmsim.engine.match.Condition;
import llmsim.engine.script.OnExhausted;
import llmsim.engine.script.Script;
import llmsim.engine.script.ScriptedCall;
import llmsim.engine.script.ScriptedError;
import llmsim.engine.script.Turn;
import llmsim.it.script.Chat.Got;
import llmsim.server.LlmSim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

/** Scripts over the chat dialect: the same whole and streamed, tool calls and errors too. */
class ScriptedChatTest {
    private static final ScriptedCall LS =
            ScriptedCall.of("bash", JsonNodeFactory.instance.objectNode().put("command", "ls -l | wc"));
    private static final Script EVERYTHING = Script.of(
                    Turn.assistant("Hello, dear agent!"),
                    Turn.toolCalls(LS, LS.withId("mine")),
                    Turn.mixed("Running ls", LS),
                    Turn.error(new ScriptedError.RateLimit()),
                    Turn.error(new ScriptedError.Timeout()),
                    Turn.error(new ScriptedError.InvalidRequest("bad args")),
                    Turn.error(new ScriptedError.Other("boom", 502)),
                    Turn.error(new ScriptedError.Other("oops", 500)))
            .then(OnExhausted.LOOP);

    @TempDir
    Path folder;

    private static LlmSim serving(Script script) {
        return LlmSim.builder().port(0).latency("instant").script(script).start();
    }

    private static Chat chat(LlmSim llm) {
        return new Chat(llm.baseUri("openai"), Map.of());
    }

    private static Chat chat(LlmSim llm, String header, String value) {
        return new Chat(llm.baseUri("openai"), Map.of(header, value));
    }

    private static List<Got> expected(int pass) {
        var n = pass * 8;
        var ls = " bash {\"command\":\"ls -l | wc\"}";
        return List.of(
                new Got(200, "Hello, dear agent!", List.of(), "stop"),
                new Got(200, "", List.of("call_llmsim_" + (n + 1) + "_0" + ls, "mine" + ls), "tool_calls"),
                new Got(200, "Running ls", List.of("call_llmsim_" + (n + 2) + "_0" + ls), "tool_calls"),
                new Got(429, "rate_limit_error: Rate limit exceeded. Please retry after some time.", List.of(), ""),
                new Got(504, "timeout_error: Request timed out", List.of(), ""),
                new Got(400, "invalid_request_error: bad args", List.of(), ""),
                new Got(502, "server_error: boom", List.of(), ""),
                new Got(500, "server_error: oops", List.of(), ""));
    }

    @Test
    void everyTurnIsTheSameWholeAndStreamed() throws Exception {
        try (var llm = serving(EVERYTHING)) {
            var chat = chat(llm);
            var whole = new ArrayList<Got>();
            var streamed = new ArrayList<Got>();
            for (var i = 0; i < 8; i++) {
                whole.add(chat.whole("Hi"));
            }
            for (var i = 0; i < 8; i++) {
                streamed.add(chat.streamed("Hi"));
            }

            assertThat(whole).isEqualTo(expected(0));
            assertThat(streamed).isEqualTo(expected(1));
            assertThat(llm.statistics().totalErrors()).isEqualTo(10);
        }
    }

    @Test
    void aRefusedRequestTakesNoTurn() throws Exception {
        try (var llm = serving(Script.of(Turn.assistant("one"), Turn.assistant("two")))) {
            var refused = new Chat(llm.uri().resolve("/openai/v2"), Map.of());

            assertThat(refused.whole("Hi").status()).isEqualTo(404);
            assertThat(chat(llm).lines(3)).isEqualTo("one two two");
        }
    }

    @Test
    void tenSessionsStayApart() throws Exception {
        var script = Script.of(Turn.assistant("a"), Turn.assistant("b"), Turn.toolCalls(LS), Turn.mixed("d", LS))
                .then(OnExhausted.ERROR);
        try (var llm = serving(script)) {
            var sessions = IntStream.range(0, 10)
                    .<Callable<List<Got>>>mapToObj(i -> () -> replay(chat(llm, "X-LLMSim-Session", "agent-" + i)))
                    .toList();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var ids = new HashSet<String>();
                for (var session : threads.invokeAll(sessions)) {
                    assertThat(session.get().stream().map(Got::text)).containsExactly("a", "b", "", "d", EXHAUSTED);
                    session.get()
                            .forEach(got -> got.calls()
                                    .forEach(call -> assertThat(ids.add(call)).isTrue()));
                }
                assertThat(ids).hasSize(20);
            }
        }
    }

    private static final String EXHAUSTED = "server_error: The script is exhausted: all 4 turns were given out";

    private static List<Got> replay(Chat chat) throws Exception {
        var got = new ArrayList<Got>();
        for (var i = 0; i < 5; i++) {
            got.add(i % 2 == 0 ? chat.whole("Hi") : chat.streamed("Hi"));
        }
        return got;
    }

    @Test
    void withoutASessionAllShareTheCursor() throws Exception {
        var turns =
                IntStream.range(0, 40).mapToObj(i -> Turn.assistant("turn" + i)).toList();
        try (var llm = serving(new Script(OnExhausted.ERROR, turns))) {
            var requests = IntStream.range(0, 40)
                    .<Callable<String>>mapToObj(_ -> () -> chat(llm).whole("Hi").text())
                    .toList();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var said = new ArrayList<String>();
                for (var request : threads.invokeAll(requests)) {
                    said.add(request.get());
                }
                assertThat(said)
                        .containsExactlyInAnyOrderElementsOf(
                                IntStream.range(0, 40).mapToObj(i -> "turn" + i).toList());
            }
        }
    }

    @Test
    void aRequestThatDoesNotMatchIsToldWhyAndTheTurnStays() throws Exception {
        var script =
                Script.of(Turn.assistant("one").when(new Condition.ContentContains("please")), Turn.assistant("two"));
        try (var llm = serving(script)) {
            var chat = chat(llm);

            assertThat(chat.streamed("Do it"))
                    .isEqualTo(new Got(
                            400,
                            "invalid_request_error: The request is not what turn 0 of the script waits for:"
                                    + " content_contains: 'please' is not in 'Do it'",
                            List.of(),
                            ""));
            assertThat(chat.whole("Do it, please").text()).isEqualTo("one");
            assertThat(chat.whole("Do it").text()).isEqualTo("two");
        }
    }

    @Test
    void scriptsOfAFolderAreChosenByAHeader() throws Exception {
        Files.writeString(folder.resolve("greet.yaml"), "turns: [{type: assistant, text: Good day}]");
        Files.writeString(folder.resolve("fail.json"), "{\"turns\": [{\"type\": \"error\", \"kind\": \"timeout\"}]}");
        try (var llm = LlmSim.builder()
                .port(0)
                .latency("instant")
                .generator("fixed:made up")
                .scripts(folder)
                .start()) {
            assertThat(chat(llm, "X-LLMSim-Script", "greet").whole("Hi").text()).isEqualTo("Good day");
            assertThat(chat(llm, "X-LLMSim-Script", "fail").whole("Hi").status())
                    .isEqualTo(504);
            assertThat(chat(llm).whole("Hi").text()).isEqualTo("made up");
            assertThat(chat(llm, "X-LLMSim-Script", "gret").whole("Hi").text())
                    .isEqualTo("invalid_request_error: X-LLMSim-Script: there is no script 'gret';"
                            + " did you mean 'greet'? choices: fail, greet");
        }
    }

    @Test
    void theAgentOfTheExamplesEnds() throws Exception {
        var example = Path.of(System.getProperty("basedir"), "..", "..", "examples", "scripts", "agent.json");
        try (var llm =
                LlmSim.builder().port(0).latency("instant").script(example).start()) {
            var chat = chat(llm);
            var got = List.of(
                    chat.whole("Go"), chat.streamed("Go"), chat.streamed("Go"), chat.whole("Go"), chat.whole("Go"));

            assertThat(got.stream().map(Got::status)).containsExactly(200, 429, 200, 200, 500);
            assertThat(got.stream().map(Got::finish)).containsExactly("tool_calls", "", "tool_calls", "stop", "");
            assertThat(got.get(2).calls()).containsExactly("call_readme bash {\"command\":\"cat README.md\"}");
        }
    }

    @Test
    void theCheckedScriptOfTheExamplesHoldsTheAgentToIt() throws Exception {
        var example = Path.of(System.getProperty("basedir"), "..", "..", "examples", "scripts", "checked.yaml");
        var question = "{\"role\": \"user\", \"content\": \"How is the weather in Paris?\"}";
        var call = "{\"role\": \"assistant\", \"content\": null, \"tool_calls\": [{\"id\": \"call_llmsim_0_0\","
                + " \"type\": \"function\", \"function\": {\"name\": \"get_weather\", \"arguments\": \"{}\"}}]}";
        var result = "{\"role\": \"tool\", \"tool_call_id\": \"call_llmsim_0_0\", \"content\": \"%s degrees\"}";
        try (var llm =
                LlmSim.builder().port(0).latency("instant").script(example).start()) {
            var chat = chat(llm);

            assertThat(chat.answer(offering(question)).calls())
                    .containsExactly("call_llmsim_0_0 get_weather {\"city\":\"Paris\"}");
            assertThat(chat.answer(offering(question)).text())
                    .isEqualTo("invalid_request_error: The request is not what turn 1 of the script waits for:"
                            + " role: the last message is of user, not of tool;"
                            + " tool_result: there is no new result of a tool");
            assertThat(chat.answer(offering(question, call, result.replace("%s", "19")))
                            .text())
                    .endsWith(": tool_result: '18' is not in '19 degrees'");
            assertThat(chat.answer(offering(question, call, result.replace("%s", "18")))
                            .text())
                    .isEqualTo("It is 18 degrees in Paris.");
        }
    }

    private static String offering(String... messages) {
        return "{\"model\": \"gpt-4o\", \"messages\": [" + String.join(", ", messages)
                + "], \"tools\": [{\"type\": \"function\", \"function\": {\"name\": \"get_weather\"}}]}";
    }
}

package llmsim.it.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import llmsim.engine.match.Condition;
import llmsim.engine.match.Match;
import llmsim.engine.mock.Mock;
import llmsim.engine.mock.Mocks.OnNoMatch;
import llmsim.engine.mock.Response;
import llmsim.engine.script.Script;
import llmsim.engine.script.Turn;
import llmsim.it.script.Chat.Got;
import llmsim.server.LlmSim;
import llmsim.server.LlmSimBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mocks over the chat dialect: the same whole and streamed, tool calls and errors too. */
class MockedChatTest {
    private static final String MOCKS = """
            on_no_match: error
            mocks:
              - {match: {content_contains: hello}, response: "Hello, dear client!"}
              - {match: {regex: "in (\\\\w+)"}, response: {template: "{{match.1}} for {{model}}"}}
              - {match: {content_contains: call}, response: {tool_calls: [{name: f, arguments: {x: 1}, id: one}]}}
              - {match: {content_contains: both}, response: {content: Look, tool_calls: [{name: f, arguments: {}, id: two}]}}
              - {match: {content_contains: limit}, response: {error: {kind: rate_limit}}}
              - {name: tenant, match: {header: {x-tenant: acme}, path: "*/completions"}, response: "For acme"}
              - {match: {content_contains: lorem}, response: {generator: "fixed:From a generator"}}
              - {match: {content_contains: steps}, response: {sequence: [one, two]}}
            """;

    @TempDir
    Path folder;

    private static LlmSimBuilder builder() {
        return LlmSim.builder().port(0).latency("instant");
    }

    private LlmSim serving() throws Exception {
        return builder()
                .mocks(Files.writeString(folder.resolve("mocks.yaml"), MOCKS))
                .start();
    }

    @Test
    void everyResponseIsTheSameWholeAndStreamed() throws Exception {
        try (var llm = serving()) {
            var chat = new Chat(llm.baseUri("openai"), Map.of());
            for (var message : List.of("Hello!", "What is it in Paris?", "call", "both", "limit", "lorem", "other")) {
                assertThat(chat.streamed(message)).as(message).isEqualTo(chat.whole(message));
            }
            assertThat(chat.whole("Hello!")).isEqualTo(new Got(200, "Hello, dear client!", List.of(), "stop"));
            assertThat(chat.whole("it in Paris").text()).startsWith("Paris for gpt-");
            assertThat(chat.whole("call")).isEqualTo(new Got(200, "", List.of("one f {\"x\":1}"), "tool_calls"));
            assertThat(chat.whole("both")).isEqualTo(new Got(200, "Look", List.of("two f {}"), "tool_calls"));
            assertThat(chat.whole("limit").status()).isEqualTo(429);
            assertThat(chat.whole("lorem").text()).isEqualTo("From a generator");
        }
    }

    @Test
    void noMatchIsAnErrorThatSaysWhy() throws Exception {
        try (var llm = serving()) {
            var got = new Chat(llm.baseUri("openai"), Map.of("x-tenant", "other")).whole("nothing");

            assertThat(got.status()).isEqualTo(400);
            assertThat(got.text())
                    .startsWith(
                            "invalid_request_error: No mock fits this request. Nearest: mock 'tenant' (header: x-tenant is 'other', not"
                                    + " 'acme'); mock 1 (content_contains: 'hello' is not in 'nothing')");
        }
    }

    @Test
    void aHeaderChooses() throws Exception {
        try (var llm = serving()) {
            assertThat(new Chat(llm.baseUri("openai"), Map.of("X-Tenant", "acme"))
                            .whole("x")
                            .text())
                    .isEqualTo("For acme");
        }
    }

    @Test
    void sessionsHaveTheirOwnSequence() throws Exception {
        try (var llm = serving()) {
            var one = new Chat(llm.baseUri("openai"), Map.of("X-LLMSim-Session", "a"));
            var other = new Chat(llm.baseUri("openai"), Map.of("X-LLMSim-Session", "b"));

            assertThat(List.of(
                            one.whole("steps").text(),
                            one.streamed("steps").text(),
                            one.whole("steps").text()))
                    .containsExactly("one", "two", "two");
            assertThat(other.whole("steps").text()).isEqualTo("one");
        }
    }

    @Test
    void mocksOfTheProgramComeBeforeTheFile() throws Exception {
        var own = Mock.of(Match.of(new Condition.ContentContains("hello")), Response.text("mine"));
        var file = Files.writeString(folder.resolve("mocks.yaml"), MOCKS);
        try (var llm = builder()
                .mocks(file)
                .mocks(List.of(own))
                .onNoMatch(OnNoMatch.GENERATE)
                .generator("echo")
                .start()) {
            var chat = new Chat(llm.baseUri("openai"), Map.of());

            assertThat(chat.whole("hello").text()).isEqualTo("mine");
            assertThat(chat.whole("call").finish()).isEqualTo("tool_calls");
            assertThat(chat.whole("nothing").text()).isEqualTo("nothing");
        }
    }

    @Test
    void aScriptComesBeforeMocks() throws Exception {
        var own = Mock.of(Match.ANY, Response.text("mock"));
        try (var llm = builder()
                .mocks(List.of(own))
                .script(Script.of(Turn.assistant("script")))
                .start()) {
            assertThat(new Chat(llm.baseUri("openai"), Map.of()).whole("x").text())
                    .isEqualTo("script");
        }
    }

    @Test
    void aConfigurationHasMocksToo() throws Exception {
        var file = Files.writeString(
                folder.resolve("llmsim.yaml"), "mocks:\n  - {match: {model: gpt-*}, response: {content: Configured}}");
        try (var llm = builder().configuration(file).start()) {
            assertThat(new Chat(llm.baseUri("openai"), Map.of()).whole("x").text())
                    .isEqualTo("Configured");
        }
    }
}

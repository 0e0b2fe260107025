package llmsim.it.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import llmsim.engine.script.Script;
import llmsim.engine.script.ScriptedCall;
import llmsim.engine.script.Turn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Compares whole answers and streams of both providers with golden transcripts. With {@code -Dllmsim.golden=write} it
 * writes them: then read what has changed.
 */
class ResponsesTranscriptTest {
    private static final Path TRANSCRIPTS = Path.of("src/test/transcripts/responses");
    private static final String TOOLS = """
            "tools":[{"type":"function","name":"weather","parameters":{"type":"object"}},
            {"type":"custom","name":"note"}]""";

    @ParameterizedTest
    @ValueSource(strings = {"openai", "openresponses"})
    void text(String provider) throws IOException {
        compare(provider, "text", "\"input\":\"Hello\"", Turn.assistant("Hello \"you\"\n😀"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "openresponses"})
    void toolCalls(String provider) throws IOException {
        var city = JsonNodeFactory.instance.objectNode().put("city", "Oslo");
        var note = JsonNodeFactory.instance.stringNode("free text");
        compare(
                provider,
                "calls",
                "\"input\":\"Weather?\"," + TOOLS,
                Turn.mixed("Let me see.", ScriptedCall.of("weather", city), ScriptedCall.of("note", note)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "openresponses"})
    void reasoningAndCut(String provider) throws IOException {
        compare(
                provider,
                "cut",
                "\"input\":\"Count\",\"max_output_tokens\":16,\"reasoning\":{\"effort\":\"low\",\"summary\":\"auto\"}",
                Turn.assistant("one two three four five six seven eight"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "openresponses"})
    void everythingSet(String provider) throws IOException {
        compare(provider, "echo", """
                "input":"Hi","instructions":"Be kind.","user":"ann","metadata":{"a":"b"},"store":false,"top_logprobs":1,
                "text":{"format":{"type":"json_schema","name":"n","schema":{"type":"object"}},"verbosity":"low"},
                "reasoning":{"effort":"none"},"tool_choice":{"type":"function","name":"weather"},"temperature":0.5,
                "truncation":"auto","service_tier":"flex","prompt_cache_key":"k","safety_identifier":"s",""" + TOOLS, Turn.assistant("{}"));
    }

    private static void compare(String provider, String name, String fields, Turn turn) throws IOException {
        var body = "{\"model\":\"gpt-5\"," + fields + "}";
        try (var responses = Responses.saying(provider, Script.of(turn))) {
            var whole = responses.post("/responses", body).body().toUtf8();
            var streamed = responses.post("/responses", body.replaceFirst("\\{", "{\"stream\":true,"));
            compare(provider + "-" + name, whole + "\n\n" + streamed.body().toUtf8());
        }
    }

    private static void compare(String name, String actual) throws IOException {
        var golden = TRANSCRIPTS.resolve(name + ".txt");
        if (System.getProperty("llmsim.golden", "").equals("write")) {
            Files.createDirectories(TRANSCRIPTS);
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden).replace("\r\n", "\n"));
    }
}

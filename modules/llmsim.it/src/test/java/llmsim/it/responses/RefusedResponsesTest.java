package llmsim.it.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import llmsim.engine.script.Script;
import llmsim.engine.script.ScriptedCall;
import llmsim.engine.script.Turn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class RefusedResponsesTest {
    private static final String CALL =
            "{\"type\":\"function_call\",\"call_id\":\"call_1\",\"name\":\"look\",\"arguments\":\"{}\"}";
    private static final String OUTPUT = "{\"type\":\"function_call_output\",\"call_id\":\"call_1\",\"output\":\"ok\"}";

    private final Responses openAi = responses("openai");
    private final Responses openResponses = responses("openresponses");

    private static Responses responses(String provider) {
        var arguments = JsonNodeFactory.instance.objectNode();
        return Responses.saying(
                provider,
                Script.of(Turn.mixed("Let me look.", ScriptedCall.of("look", arguments)), Turn.assistant("Seen.")));
    }

    @AfterEach
    void close() {
        openAi.close();
        openResponses.close();
    }

    /** What OpenAI says: the fields of a request, and then message, {@code param} and {@code code}. */
    static Stream<String[]> refusals() {
        var image =
                "\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_image\",\"image_url\":\"https://x/y.png\"}]}]";
        var schema =
                "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\",\"minimum\":2,\"maximum\":1}},\"required\":[\"a\"]}";
        return Stream.of(
                row("\"input\":\"x\"", "Missing required parameter: 'model'.", "model", "missing_required_parameter"),
                row(
                        "\"model\":\"gpt-4o\",\"input\":[" + OUTPUT + "]",
                        "No tool call found for function call output with call_id call_1.",
                        "input",
                        null),
                row(
                        "\"model\":\"gpt-4o\",\"input\":[" + OUTPUT + "," + CALL + "]",
                        "No tool call found for function call output with call_id call_1.",
                        "input",
                        null),
                row(
                        "\"model\":\"gpt-4o\",\"input\":[" + CALL + ",{\"role\":\"user\",\"content\":\"And?\"}]",
                        "No tool output found for function call call_1.",
                        "input",
                        null),
                row(
                        "\"model\":\"gpt-4o\",\"input\":[{\"type\":\"custom_tool_call_output\",\"call_id\":\"c\",\"output\":\"x\"}]",
                        "No tool call found for custom tool call output with call_id c.",
                        "input",
                        null),
                row(
                        "\"model\":\"gpt-4\",\"input\":\"" + "word ".repeat(12_000) + "\"",
                        "Your input exceeds the context window of this model. Please adjust your input and try again.",
                        "input",
                        "context_length_exceeded"),
                row(
                        "\"model\":\"gpt-4\"," + image,
                        "Invalid content type. image_url is only supported by certain models.",
                        "input",
                        null),
                row(
                        "\"model\":\"gpt-4o\",\"input\":\"x\",\"max_output_tokens\":100000",
                        "max_output_tokens is too large: 100000. This model supports at most 16384 completion tokens,"
                                + " whereas you provided 100000.",
                        "max_output_tokens",
                        "invalid_value"),
                row(
                        "\"model\":\"gpt-4o\",\"input\":\"x\",\"tools\":[{\"type\":\"function\",\"name\":\"f\",\"parameters\":"
                                + schema + "}]",
                        null,
                        "tools[0].parameters",
                        "invalid_function_parameters"),
                row(
                        "\"model\":\"gpt-4o\",\"input\":\"x\",\"text\":{\"format\":{\"type\":\"json_schema\",\"name\":\"f\",\"schema\":"
                                + schema + "}}",
                        null,
                        "text.format.schema",
                        "invalid_json_schema"));
    }

    private static String[] row(String... cells) {
        return cells;
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void openAiNamesTheFieldsOfResponses(String fields, String message, String param, String code) {
        var answer = openAi.post("/responses", "{" + fields + "}");

        var error = Responses.tree(answer).get("error");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(error.get("type").stringValue()).isEqualTo("invalid_request_error");
        assertThat(error.get("param").stringValue()).isEqualTo(param);
        assertThat(error.get("code").asString(null)).isEqualTo(code);
        if (message != null) {
            assertThat(error.get("message").stringValue()).isEqualTo(message);
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void openResponsesNamesThemToo(String fields, String message, String param, String code) {
        var answer = openResponses.post("/responses", "{" + fields + "}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Responses.tree(answer).at("/error/type").stringValue()).isEqualTo("invalid_request");
        assertThat(Responses.tree(answer).at("/error/param").stringValue()).isEqualTo(param);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/responses", "/responses/compact", "/responses/input_tokens"})
    void aModelMustBeNamed(String path) {
        assertThat(openAi.post(path, "{\"input\":\"x\"}").status()).isEqualTo(400);
        assertThat(openResponses.post(path, "{\"input\":\"x\"}").status()).isEqualTo(400);
    }

    @Test
    void aStoredCallIsKnownAndWaitsForItsOutput() {
        var first = openAi.create("{\"model\":\"gpt-4o\",\"input\":\"Look!\"}");
        var call = first.at("/output/1/call_id").stringValue();
        var next = "{\"model\":\"gpt-4o\",\"previous_response_id\":\""
                + first.get("id").stringValue() + "\",\"input\":";

        var refused = Responses.tree(openAi.post("/responses", next + "\"And?\"}"));
        assertThat(refused.at("/error/message").stringValue())
                .isEqualTo("No tool output found for function call " + call + ".");
        assertThat(said(openAi.create(next + "[" + OUTPUT.replace("call_1", call) + "]}")))
                .isEqualTo("Seen.");
    }

    @Test
    void referencesStandForStoredItems() {
        var first = openAi.create("{\"model\":\"gpt-4o\",\"input\":\"Look!\"}");
        var call = first.at("/output/1");
        var reference =
                "{\"type\":\"item_reference\",\"id\":\"" + call.get("id").stringValue() + "\"}";
        var output = OUTPUT.replace("call_1", call.get("call_id").stringValue());

        var byReference = openAi.create("{\"model\":\"gpt-4o\",\"input\":["
                + reference.replace("\"type\":\"item_reference\",", "") + "," + output + "]}");
        var inFull = openAi.create("{\"model\":\"gpt-4o\",\"input\":[" + call + "," + output + "]}");
        assertThat(said(byReference)).isEqualTo("Seen.");
        assertThat(byReference.at("/usage/input_tokens")).isEqualTo(inFull.at("/usage/input_tokens"));
    }

    @Test
    void referencesToNothingAreRefused() {
        var answer = openAi.post(
                "/responses", "{\"model\":\"gpt-4o\",\"input\":[{\"type\":\"item_reference\",\"id\":\"msg_000\"}]}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(Responses.tree(answer).at("/error/message").stringValue())
                .isEqualTo("Item with id 'msg_000' not found.");
    }

    private static String said(JsonNode response) {
        return response.at("/output/0/content/0/text").stringValue();
    }
}

package llmsim.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import llmsim.api.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that are refused, and the words in which that is said. Most rows repeat what the provider's API was seen to
 * answer to the same body.
 */
class RefusedRequestTest {
    private static final String USER = "{\"role\":\"user\",\"content\":\"hi\"}";
    private static final String TOOL = "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\"}}]";

    static Stream<Arguments> faults() {
        return Stream.of(types(), bounds(), lengths(), choices(), missing(), content(), toolTurns(), combinations())
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> types() {
        return Stream.of(
                row(
                        "\"n\":\"2\"",
                        "n",
                        "invalid_type",
                        "Invalid type for 'n': expected an integer, but got a string instead."),
                row(
                        "\"temperature\":\"hot\"",
                        "temperature",
                        "invalid_type",
                        "Invalid type for 'temperature': expected a decimal, but got a string instead."),
                row(
                        "\"store\":\"yes\"",
                        "store",
                        "invalid_type",
                        "Invalid type for 'store': expected a boolean, but got a string instead."),
                row(
                        "\"seed\":1.5",
                        "seed",
                        "invalid_type",
                        "Invalid type for 'seed': expected an integer, but got a decimal number instead."),
                row(
                        "\"user\":{\"a\":1}",
                        "user",
                        "invalid_type",
                        "Invalid type for 'user': expected a string, but got an object instead."),
                row(
                        "\"tools\":\"none\"",
                        "tools",
                        "invalid_type",
                        "Invalid type for 'tools': expected an array of objects, but got a string instead."),
                row(
                        "\"functions\":\"x\"",
                        "functions",
                        "invalid_type",
                        "Invalid type for 'functions': expected an array of function definitions, but got a string instead."),
                row(
                        "\"tool_choice\":7",
                        "tool_choice",
                        "invalid_type",
                        "Invalid type for 'tool_choice': expected one of one of 'none', 'auto', or 'required' or object, but got an integer instead."),
                row(
                        "\"response_format\":\"json\"",
                        "response_format",
                        "invalid_type",
                        "Invalid type for 'response_format': expected an object, but got a string instead."),
                row(
                        "\"metadata\":\"x\"",
                        "metadata",
                        "invalid_type",
                        "Invalid type for 'metadata': expected a metadata object, but got a string instead."),
                row(
                        "\"metadata\":{\"k\":7}",
                        "metadata.k",
                        "invalid_type",
                        "Invalid type for 'metadata.k': expected a string, but got an integer instead."),
                row(
                        "\"prompt_cache_retention\":{\"a\":1}",
                        "prompt_cache_retention",
                        "invalid_type",
                        "Invalid type for 'prompt_cache_retention': expected one of 'in_memory' or '24h', but got an object instead."),
                row(
                        "\"service_tier\":{\"a\":1}",
                        "service_tier",
                        "invalid_type",
                        "Invalid type for 'service_tier': expected one of 'auto', 'default', 'fast', 'flex', or 'priority', but got an object instead."),
                row(
                        "\"stop\":7",
                        "stop",
                        "invalid_type",
                        "Invalid type for 'stop': expected one of a string or array of strings, but got an integer instead."),
                messages(
                        "\"ping\"",
                        "messages",
                        "invalid_type",
                        "Invalid type for 'messages': expected an array of objects, but got a string instead."),
                messages(
                        "[\"ping\"]",
                        "messages[0]",
                        "invalid_type",
                        "Invalid type for 'messages[0]': expected an object, but got a string instead."),
                messages(
                        "[{\"role\":\"user\",\"content\":7}]",
                        "messages[0].content",
                        "invalid_type",
                        "Invalid type for 'messages[0].content': expected one of a string or array of objects, but got an integer instead."),
                messages(
                        "[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":\"http://x\"}]}]",
                        "messages[0].content[0].image_url",
                        "invalid_type",
                        "Invalid type for 'messages[0].content[0].image_url': expected an object, but got a string instead."));
    }

    private static Stream<Arguments> bounds() {
        return Stream.of(
                row(
                        "\"n\":0",
                        "n",
                        "integer_below_min_value",
                        "Invalid 'n': integer below minimum value. Expected a value >= 1, but got 0 instead."),
                row(
                        "\"n\":129",
                        "n",
                        "integer_above_max_value",
                        "Invalid 'n': integer above maximum value. Expected a value <= 128, but got 129 instead."),
                row(
                        "\"max_completion_tokens\":0",
                        "max_completion_tokens",
                        "integer_below_min_value",
                        "Invalid 'max_completion_tokens': integer below minimum value. Expected a value >= 1, but got 0 instead."),
                row(
                        "\"max_tokens\":-5",
                        "max_tokens",
                        "integer_below_min_value",
                        "Invalid 'max_tokens': integer below minimum value. Expected a value >= 1, but got -5 instead."),
                row(
                        "\"logprobs\":true,\"top_logprobs\":21",
                        "top_logprobs",
                        "integer_above_max_value",
                        "Invalid 'top_logprobs': integer above maximum value. Expected a value <= 20, but got 21 instead."),
                row(
                        "\"temperature\":3",
                        "temperature",
                        "decimal_above_max_value",
                        "Invalid 'temperature': decimal above maximum value. Expected a value <= 2, but got 3 instead."),
                row(
                        "\"top_p\":1.5",
                        "top_p",
                        "decimal_above_max_value",
                        "Invalid 'top_p': decimal above maximum value. Expected a value <= 1, but got 1.5 instead."),
                row(
                        "\"presence_penalty\":-3",
                        "presence_penalty",
                        "decimal_below_min_value",
                        "Invalid 'presence_penalty': decimal below minimum value. Expected a value >= -2, but got -3 instead."),
                row(
                        "\"frequency_penalty\":3",
                        "frequency_penalty",
                        "decimal_above_max_value",
                        "Invalid 'frequency_penalty': decimal above maximum value. Expected a value <= 2, but got 3 instead."),
                row(
                        "\"logit_bias\":{\"1\":101}",
                        "logit_bias.1",
                        "integer_above_max_value",
                        "Invalid 'logit_bias.1': integer above maximum value. Expected a value <= 100, but got 101 instead."));
    }

    private static Stream<Arguments> lengths() {
        var pairs = IntStream.range(0, 17)
                .mapToObj(index -> "\"k" + index + "\":\"v\"")
                .collect(Collectors.joining(","));
        var name = "k".repeat(70);
        return Stream.of(
                messages(
                        "[]",
                        "messages",
                        "empty_array",
                        "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead."),
                messages(
                        "[{\"role\":\"user\",\"content\":[]}]",
                        "messages[0].content",
                        "empty_array",
                        "Invalid 'messages[0].content': empty array. Expected an array with minimum length 1, but got an empty array instead."),
                messages(
                        "[{\"role\":\"assistant\",\"content\":\"x\",\"tool_calls\":[]}]",
                        "messages[0].tool_calls",
                        "empty_array",
                        "Invalid 'messages[0].tool_calls': empty array. Expected an array with minimum length 1, but got an empty array instead."),
                row(
                        "\"stop\":[\"1\",\"2\",\"3\",\"4\",\"5\"]",
                        "stop",
                        "array_above_max_length",
                        "Invalid 'stop': array too long. Expected an array with maximum length 4, but got an array with length 5 instead."),
                row(
                        "\"metadata\":{" + pairs + "}",
                        "metadata",
                        "object_above_max_properties",
                        "Invalid 'metadata': too many properties. Expected an object with at most 16 properties, but got an object with 17 properties instead."),
                row(
                        "\"metadata\":{\"k\":\"" + "x".repeat(600) + "\"}",
                        "metadata.k",
                        "string_above_max_length",
                        "Invalid 'metadata.k': string too long. Expected a string with maximum length 512, but got a string with length 600 instead."),
                row(
                        "\"metadata\":{\"" + name + "\":\"v\"}",
                        "metadata." + name,
                        "property_name_above_max_length",
                        "Invalid property name in 'metadata': 'kkk...kkk' is too long. Expected a string with maximum length 64, but got a string with length 70 instead."),
                row(
                        "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"\"}}]",
                        "tools[0].function.name",
                        "empty_string",
                        "Invalid 'tools[0].function.name': empty string. Expected a string with minimum length 1, but got an empty string instead."),
                row(
                        "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"a.b\"}}]",
                        "tools[0].function.name",
                        "invalid_value",
                        "Invalid 'tools[0].function.name': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'."));
    }

    private static Stream<Arguments> choices() {
        return Stream.of(
                row(
                        "\"service_tier\":\"bogus\"",
                        "service_tier",
                        "invalid_value",
                        "Invalid value: 'bogus'. Supported values are: 'auto', 'default', 'fast', 'flex', and 'priority'."),
                row(
                        "\"verbosity\":\"bogus\"",
                        "verbosity",
                        "invalid_value",
                        "Invalid value: 'bogus'. Supported values are: 'low', 'medium', and 'high'."),
                row(
                        "\"response_format\":{\"type\":\"bogus\"}",
                        "response_format.type",
                        "invalid_value",
                        "Invalid value: 'bogus'. Supported values are: 'json_object', 'json_schema', and 'text'."),
                row(
                        TOOL + ",\"tool_choice\":\"bogus\"",
                        "tool_choice",
                        "invalid_value",
                        "Invalid value: 'bogus'. Supported values are: 'none', 'auto', and 'required'."),
                row(
                        "\"prompt_cache_retention\":\"" + "secret".repeat(10) + "\"",
                        "prompt_cache_retention",
                        "invalid_value",
                        "Invalid value: 'sec...ret'. Supported values are: 'in_memory' and '24h'."),
                row(
                        "\"prediction\":{\"type\":\"x\",\"content\":\"\"}",
                        "prediction.type",
                        "invalid_value",
                        "Invalid value: 'x'. Supported values are: 'content'."),
                messages(
                        "[{\"role\":\"bogus\",\"content\":\"ping\"}]",
                        "messages[0].role",
                        "invalid_value",
                        "Invalid value: 'bogus'. Supported values are: 'system', 'assistant', 'user', 'function', 'tool', and 'developer'."),
                messages(
                        "[{\"role\":\"user\",\"content\":[{\"type\":\"input_text\"}]}]",
                        "messages[0].content[0].type",
                        "invalid_value",
                        "Invalid value: 'input_text'. Supported values are: 'text', 'image_url', 'input_audio', 'refusal', 'audio', and 'file'."),
                messages(
                        "[{\"role\":\"system\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"x\"}}]}]",
                        "messages[0]",
                        "invalid_value",
                        "Invalid 'messages[0]'. Image URLs are only allowed for messages with role 'user', but this message with role 'system' contains an image URL."));
    }

    private static Stream<Arguments> missing() {
        return Stream.of(
                body(
                        "{\"model\":\"m\"}",
                        "messages",
                        "missing_required_parameter",
                        "Missing required parameter: 'messages'."),
                body(
                        "{\"model\":\"m\",\"n\":\"x\"}",
                        "messages",
                        "missing_required_parameter",
                        "Missing required parameter: 'messages'."),
                body("{\"messages\":[]}", null, null, "you must provide a model parameter"),
                body("{\"model\":null}", null, null, "you must provide a model parameter"),
                body("{\"model\":\"\"}", null, null, "you must provide a model parameter"),
                body(
                        "{\"model\":7,\"messages\":[]}",
                        "model",
                        "invalid_type",
                        "Invalid type for 'model': expected a string, but got an integer instead."),
                messages(
                        "[{\"content\":\"ping\"}]",
                        "messages[0].role",
                        "missing_required_parameter",
                        "Missing required parameter: 'messages[0].role'."),
                row(
                        "\"response_format\":{}",
                        "response_format.type",
                        "missing_required_parameter",
                        "Missing required parameter: 'response_format.type'."),
                row(
                        "\"response_format\":{\"type\":\"json_schema\"}",
                        "response_format.json_schema",
                        "missing_required_parameter",
                        "Missing required parameter: 'response_format.json_schema'."),
                row(
                        "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{}}",
                        "response_format.json_schema.name",
                        "missing_required_parameter",
                        "Missing required parameter: 'response_format.json_schema.name'."),
                row(
                        "\"tools\":[{\"type\":\"function\"}]",
                        "tools[0].function",
                        "missing_required_parameter",
                        "Missing required parameter: 'tools[0].function'."),
                row(
                        "\"tools\":[{\"type\":\"function\",\"function\":{}}]",
                        "tools[0].function.name",
                        "missing_required_parameter",
                        "Missing required parameter: 'tools[0].function.name'."),
                row(
                        "\"functions\":[{\"parameters\":{}}]",
                        "functions[0].name",
                        "missing_required_parameter",
                        "Missing required parameter: 'functions[0].name'."),
                row(
                        TOOL + ",\"tool_choice\":{\"type\":\"bogus\"}",
                        "tool_choice.function",
                        "missing_required_parameter",
                        "Missing required parameter: 'tool_choice.function'."),
                row(
                        TOOL + ",\"tool_choice\":{\"type\":\"function\",\"function\":{}}",
                        "tool_choice.function.name",
                        "missing_required_parameter",
                        "Missing required parameter: 'tool_choice.function.name'."),
                row(
                        "\"functions\":[{\"name\":\"f\"}],\"function_call\":{}",
                        "function_call.name",
                        "missing_required_parameter",
                        "Missing required parameter: 'function_call.name'."),
                row(
                        "\"moderation\":{}",
                        "moderation.model",
                        "missing_required_parameter",
                        "Missing required parameter: 'moderation.model'."));
    }

    private static Stream<Arguments> content() {
        var sentence = "Invalid value for 'content': expected a string, got null.";
        return Stream.of(
                messages(
                        "[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"x\"},{\"type\":\"file\",\"file\":{\"filename\":\"a\"}}]}]",
                        "messages[0].content[1].file.file_id",
                        "missing_required_parameter",
                        "Missing required parameter: 'messages[0].content[1].file.file_id'."),
                messages(
                        "[" + USER + ",{\"role\":\"developer\"}]",
                        "messages[1].content",
                        "missing_required_parameter",
                        "Missing required parameter: 'messages[1].content'."),
                messages(
                        "[{\"role\":\"developer\",\"content\":null}]",
                        "messages[0].content",
                        "invalid_type",
                        "Invalid type for 'messages[0].content': expected one of a string or array of objects, but got null instead."),
                messages("[{\"role\":\"user\"}]", "messages.[0].content", null, sentence),
                messages(
                        "[" + USER + ",{\"role\":\"assistant\",\"refusal\":null}]",
                        "messages.[1].content",
                        null,
                        sentence),
                messages("[{\"role\":\"user\",\"refusal\":\"no\"}]", "messages.[0].content", null, sentence),
                messages(
                        "[{\"role\":\"user\"},{\"role\":\"user\",\"content\":7}]",
                        "messages[1].content",
                        "invalid_type",
                        "Invalid type for 'messages[1].content': expected one of a string or array of objects, but got an integer instead."));
    }

    private static Stream<Arguments> toolTurns() {
        var calls =
                "{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"a\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}},{\"id\":\"b\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}}]}";
        var result = "{\"role\":\"tool\",\"tool_call_id\":\"a\",\"content\":\"1\"}";
        var unanswered =
                "An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. The following tool_call_ids did not have response messages: ";
        return Stream.of(
                messages(
                        "[" + USER + "," + result + "]",
                        "messages.[1].role",
                        null,
                        "Invalid parameter: messages with role 'tool' must be a response to a preceeding message with 'tool_calls'."),
                messages("[" + calls + "]", "messages.[1].role", null, unanswered + "a, b"),
                messages("[" + calls + "," + result + "," + USER + "]", "messages.[2].role", null, unanswered + "b"),
                messages(
                        "[" + calls + "," + result.replace("\"a\"", "\"c\"") + "]",
                        "messages.[1].tool_call_id",
                        null,
                        "Invalid parameter: 'tool_call_id' of 'c' not found in 'tool_calls' of previous message."));
    }

    private static Stream<Arguments> combinations() {
        return Stream.of(
                row(
                        "\"max_tokens\":1,\"max_completion_tokens\":1",
                        null,
                        "invalid_parameter_combination",
                        "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported."),
                row(
                        "\"stream_options\":{\"include_usage\":true}",
                        "stream_options",
                        null,
                        "The 'stream_options' parameter is only allowed when 'stream' is enabled."),
                row(
                        "\"top_logprobs\":1",
                        "top_logprobs",
                        null,
                        "The 'top_logprobs' parameter is only allowed when 'logprobs' is enabled."),
                row(
                        "\"tool_choice\":\"auto\"",
                        "tool_choice",
                        null,
                        "Invalid value for 'tool_choice': 'tool_choice' is only allowed when 'tools' are specified."),
                row(
                        "\"parallel_tool_calls\":true",
                        "parallel_tool_calls",
                        null,
                        "Invalid value for 'parallel_tool_calls': 'parallel_tool_calls' is only allowed when 'tools' are specified."),
                row(
                        TOOL + ",\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"g\"}}",
                        "function_call",
                        null,
                        "Invalid value for 'function_call': no function named 'g' was specified in the 'functions' parameter."),
                row(
                        TOOL
                                + ",\"tool_choice\":{\"type\":\"allowed_tools\",\"allowed_tools\":{\"mode\":\"auto\",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"h\"}}]}}",
                        "function_call",
                        null,
                        "Invalid value for 'function_call': no function named 'h' was specified in the 'functions' parameter."),
                row(
                        "\"response_format\":{\"type\":\"json_object\"}",
                        "messages",
                        null,
                        "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'."));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isSaidAsTheProviderDoes(String body, String param, String code, String message) {
        var answer = Calls.ADAPTER.explain(Calls.refused(body), Calls.post("/v1/chat/completions", body));
        var error = Calls.tree(answer.body()).get("error");
        assertThat(error.get("message").stringValue()).isEqualTo(message);
        assertThat(error.get("param").asString(null)).isEqualTo(param);
        assertThat(error.get("code").asString(null)).isEqualTo(code);
        assertThat(error.get("type").stringValue()).isEqualTo("invalid_request_error");
        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"x\"", "{", "{\"model\":}", "null", "{\"a\":NaN}"})
    void aBodyThatIsNoObjectCannotBeParsed(String body) {
        var answer = Calls.ADAPTER.explain(Calls.refused(body), Calls.post("/v1/chat/completions", body));
        var error = Calls.tree(answer.body()).get("error");
        assertThat(error.get("message").stringValue())
                .startsWith("We could not parse the JSON body of your request. (HINT:");
        assertThat(error.get("param").isNull()).isTrue();
        assertThat(answer.status()).isEqualTo(400);
    }

    /** Each body is wrong twice; the provider was seen to speak of this one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "functions:\"x\" tools:\"x\"",
                "tools:\"x\" parallel_tool_calls:{}",
                "parallel_tool_calls:{} max_completion_tokens:{}",
                "max_completion_tokens:{} n:{}",
                "n:{} temperature:{}",
                "temperature:{} top_p:{}",
                "top_p:{} presence_penalty:{}",
                "presence_penalty:{} frequency_penalty:{}",
                "frequency_penalty:{} logprobs:{}",
                "logprobs:{} top_logprobs:{}",
                "top_logprobs:{} user:{}",
                "user:{} seed:{}",
                "seed:{} safety_identifier:{}",
                "safety_identifier:{} prompt_cache_key:{}",
                "prompt_cache_options:\"x\" prompt_cache_key:7",
                "prompt_cache_key:{} prompt_cache_retention:{}",
                "prompt_cache_retention:{} service_tier:{}",
                "service_tier:{} stream:{}",
                "stream:{} store:{}",
                "store:{} metadata:\"x\"",
                "metadata:\"x\" verbosity:{}",
                "max_tokens:0 store:{}",
                "stop:{} temperature:{}"
            })
    void faultsAreReportedInTheProvidersOrder(String pair) {
        var first = pair.split(" ", 2)[0];
        var second = pair.split(" ", 2)[1];
        var fields = Stream.of(second, first)
                .map(field -> "\"" + field.replaceFirst(":", "\":"))
                .collect(Collectors.joining(","));
        var problem = Calls.refused("{\"model\":\"m\",\"messages\":[" + USER + "]," + fields + "}");
        assertThat(((Problem.InvalidField) problem).path().bracketed()).isEqualTo(first.split(":", 2)[0]);
    }

    @Test
    void theOrderOfTheBodyDoesNotMatter() {
        var messagesFirst = Calls.refused("{\"messages\":[7],\"metadata\":{\"k\":7},\"model\":\"m\"}");
        var metadataFirst = Calls.refused("{\"metadata\":{\"k\":7},\"model\":\"m\",\"messages\":[7]}");
        assertThat(messagesFirst).isEqualTo(metadataFirst);
    }

    private static Arguments row(String more, String param, String code, String message) {
        return body("{\"model\":\"m\",\"messages\":[" + USER + "]," + more + "}", param, code, message);
    }

    private static Arguments messages(String messages, String param, String code, String message) {
        return body("{\"model\":\"m\",\"messages\":" + messages + "}", param, code, message);
    }

    private static Arguments body(String body, String param, String code, String message) {
        return Arguments.of(body, param, code, message);
    }
}

package llmsim.it.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Tools over OpenAI's chat completions, in the newer and in the older way. */
class OpenAiToolsTest {
    private static final OpenAiChat CHAT = new OpenAiChat();
    private static final String PARAMETERS = "{\"type\":\"object\",\"properties\":{\"location\":{\"type\":\"string\"},"
            + "\"days\":{\"type\":\"integer\",\"minimum\":1}},\"required\":[\"location\",\"days\"]}";
    private static final String WEATHER = "{\"name\":\"get_weather\",\"parameters\":" + PARAMETERS + "}";
    private static final String TOOLS = "\"tools\":[{\"type\":\"function\",\"function\":" + WEATHER + "},"
            + "{\"type\":\"custom\",\"custom\":{\"name\":\"take_note\",\"description\":\"notes\"}},"
            + "{\"type\":\"function\",\"function\":{\"name\":\"ping\"}}]";
    private static final String ASKED = "{\"role\":\"user\",\"content\":\"What's the weather like in San Francisco?\"}";
    private static final String HELLO = "{\"role\":\"user\",\"content\":\"Hello, who are you?\"}";

    @AfterAll
    static void close() {
        CHAT.close();
    }

    @Test
    void theToolThatTheRequestIsAboutIsCalled() {
        var choice = CHAT.choice(ASKED, TOOLS);
        var call = choice.at("/message/tool_calls/0");

        assertThat(choice.get("finish_reason").stringValue()).isEqualTo("tool_calls");
        assertThat(choice.at("/message/content").isNull()).isTrue();
        assertThat(choice.at("/message/tool_calls").size()).isEqualTo(1);
        assertThat(call.get("id").stringValue()).matches("call_\\w{24}");
        assertThat(call.at("/function/name").stringValue()).isEqualTo("get_weather");
        var arguments = OpenAiChat.tree(call.at("/function/arguments").stringValue());
        assertThat(arguments.get("location").isString()).isTrue();
        assertThat(arguments.get("days").isIntegralNumber()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {HELLO + "|\"auto\"|stop", ASKED + "|\"none\"|stop", HELLO + "|\"required\"|tool_calls"})
    void theChoiceBinds(String row) {
        var parts = row.split("\\|", -1);
        var choice = CHAT.choice(parts[0], TOOLS + ",\"tool_choice\":" + parts[1]);

        assertThat(choice.get("finish_reason").stringValue()).isEqualTo(parts[2]);
        assertThat(choice.at("/message").has("tool_calls")).isEqualTo(parts[2].equals("tool_calls"));
    }

    @Test
    void aNamedToolIsCalledAndTheAnswerEndsWithStop() {
        var choice =
                CHAT.choice(HELLO, TOOLS + ",\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"ping\"}}");

        assertThat(choice.get("finish_reason").stringValue()).isEqualTo("stop");
        assertThat(choice.at("/message/tool_calls/0/function/name").stringValue())
                .isEqualTo("ping");
        assertThat(choice.at("/message/tool_calls/0/function/arguments").stringValue())
                .isEqualTo("{}");
    }

    @Test
    void aCustomToolGetsText() {
        var choice = CHAT.choice("{\"role\":\"user\",\"content\":\"Take a note: milk\"}", TOOLS);

        assertThat(choice.at("/message/tool_calls/0/type").stringValue()).isEqualTo("custom");
        assertThat(choice.at("/message/tool_calls/0/custom/input").stringValue())
                .isEqualTo("Take a note: milk");
    }

    @Test
    void aLoopEndsWithWhatTheToolReturned() {
        var message = CHAT.choice(ASKED, TOOLS).get("message");
        var result = "{\"role\":\"tool\",\"tool_call_id\":" + message.at("/tool_calls/0/id")
                + ",\"content\":\"18 degrees\"}";
        var end = CHAT.choice(ASKED + "," + message + "," + result, TOOLS);

        assertThat(end.get("finish_reason").stringValue()).isEqualTo("stop");
        assertThat(end.at("/message/content").stringValue()).startsWith("get_weather returned: 18 degrees");
    }

    @Test
    void olderFunctionsAreCalledInTheOlderWayAndTheirLoopEndsToo() {
        var functions = "\"functions\":[" + WEATHER + "]";
        var choice = CHAT.choice(ASKED, functions);
        var message = choice.get("message");
        var result = "{\"role\":\"function\",\"name\":\"get_weather\",\"content\":\"sunny\"}";
        var end = CHAT.choice(ASKED + "," + message + "," + result, functions);
        var forced = CHAT.choice(HELLO, functions + ",\"function_call\":{\"name\":\"get_weather\"}");
        var none = CHAT.choice(ASKED, functions + ",\"function_call\":\"none\"");

        assertThat(choice.get("finish_reason").stringValue()).isEqualTo("function_call");
        assertThat(message.at("/function_call/name").stringValue()).isEqualTo("get_weather");
        assertThat(message.has("tool_calls")).isFalse();
        assertThat(end.get("finish_reason").stringValue()).isEqualTo("stop");
        assertThat(end.at("/message/content").stringValue()).startsWith("get_weather returned: sunny");
        assertThat(forced.get("finish_reason").stringValue()).isEqualTo("stop");
        assertThat(forced.at("/message").has("function_call")).isTrue();
        assertThat(none.at("/message").has("function_call")).isFalse();
    }

    @Test
    void aStreamCarriesTheSameCallsCutIntoDeltasWithTheirIndex() {
        var asked = "{\"role\":\"user\",\"content\":\"The weather in Paris, London and Rome\"}";
        var more = TOOLS + ",\"seed\":4,\"logprobs\":true";
        var whole = CHAT.choice(asked, more);
        var deltas = CHAT.stream(asked, more);
        var calls = deltas.stream()
                .flatMap(delta -> delta.at("/choices/0/delta/tool_calls").valueStream())
                .toList();

        assertThat(whole.at("/message/tool_calls").size()).isEqualTo(3);
        for (var index = 0; index < 3; index++) {
            var at = index;
            var own = calls.stream()
                    .filter(call -> call.get("index").intValue() == at)
                    .toList();
            assertThat(own.getFirst().at("/function/name").stringValue()).isEqualTo("get_weather");
            assertThat(own.subList(1, own.size()))
                    .hasSizeGreaterThan(2)
                    .allSatisfy(call ->
                            assertThat(call.has("id") || call.has("type")).isFalse());
            assertThat(joined(own))
                    .isEqualTo(whole.at("/message/tool_calls/" + index + "/function/arguments")
                            .stringValue());
        }
        assertThat(deltas.stream().filter(delta -> delta.at("/choices/0/delta").has("tool_calls")))
                .allSatisfy(delta ->
                        assertThat(delta.at("/choices/0/logprobs").isNull()).isTrue());
        assertThat(deltas.getLast().at("/choices/0/finish_reason").stringValue())
                .isEqualTo("tool_calls");
    }

    private static String joined(List<JsonNode> calls) {
        var text = new StringBuilder();
        calls.forEach(call -> text.append(call.at("/function/arguments").stringValue()));
        return text.toString();
    }

    @Test
    void aLimitThatCutsArgumentsIsTold() {
        var choice = CHAT.choice(ASKED, TOOLS + ",\"max_tokens\":6");

        assertThat(choice.get("finish_reason").stringValue()).isEqualTo("length");
    }

    @Test
    void reasoningComesBeforeACallAndIsCounted() {
        var answer = CHAT.answer(ASKED, TOOLS + ",\"reasoning_effort\":\"low\"");
        var completion = answer.at("/usage/completion_tokens").intValue();
        var reasoning =
                answer.at("/usage/completion_tokens_details/reasoning_tokens").intValue();

        assertThat(answer.at("/choices/0/finish_reason").stringValue()).isEqualTo("tool_calls");
        assertThat(reasoning).isEqualTo((int) Math.round((completion - reasoning) * 1.5));
    }

    @Test
    void eachChoiceCallsForItself() {
        var answer = CHAT.answer(HELLO, TOOLS + ",\"tool_choice\":\"required\",\"n\":3");

        assertThat(answer.get("choices").valueStream())
                .hasSize(3)
                .allSatisfy(choice ->
                        assertThat(choice.at("/message/tool_calls").size()).isEqualTo(1));
    }
}

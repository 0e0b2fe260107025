package llmsim.it.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Answers that are JSON over OpenAI's chat completions. */
class OpenAiFormatsTest {
    private static final OpenAiChat CHAT = new OpenAiChat();
    private static final String USER = "{\"role\":\"user\",\"content\":\"Who wrote Emma? Answer as JSON.\"}";
    private static final String OBJECT = "\"response_format\":{\"type\":\"json_object\"}";
    private static final String SCHEMA =
            "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"author\","
                    + "\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},"
                    + "\"born\":{\"type\":\"integer\"},\"books\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}},"
                    + "\"required\":[\"name\",\"born\",\"books\"],\"additionalProperties\":false}}}";

    @AfterAll
    static void close() {
        CHAT.close();
    }

    @Test
    void aSchemaIsKeptWholeAndStreamed() {
        var whole = content(CHAT.choice(USER, SCHEMA + ",\"seed\":3"));
        var streamed = CHAT.joined(CHAT.stream(USER, SCHEMA + ",\"seed\":3"));
        var tree = OpenAiChat.tree(whole);

        assertThat(tree.propertyNames()).containsExactlyInAnyOrder("name", "born", "books");
        assertThat(tree.get("name").isString()).isTrue();
        assertThat(tree.get("born").isIntegralNumber()).isTrue();
        assertThat(tree.get("books").isArray()).isTrue();
        assertThat(streamed).isEqualTo(whole);
    }

    @Test
    void anObjectIsAnObject() {
        var choice = CHAT.choice(USER, OBJECT);

        assertThat(choice.get("finish_reason").stringValue()).isEqualTo("stop");
        assertThat(OpenAiChat.tree(content(choice)).isObject()).isTrue();
    }

    /** Whatever ends with stop parses, whatever does not was cut. */
    @Test
    void whatIsCutIsToldAtEveryLength() {
        for (var most = 1; most < 60; most++) {
            var choice = CHAT.choice(USER, SCHEMA + ",\"seed\":3,\"max_tokens\":" + most);
            assertThat(choice.get("finish_reason").stringValue())
                    .isEqualTo(parses(content(choice)) ? "stop" : "length");
        }
    }

    @Test
    void aStopSequenceCutsAndEndsWithStop() {
        var choice = CHAT.choice(USER, SCHEMA + ",\"stop\":\"born\"");

        assertThat(choice.get("finish_reason").stringValue()).isEqualTo("stop");
        assertThat(content(choice)).doesNotContain("born");
    }

    private static boolean parses(String text) {
        try {
            return OpenAiChat.tree(text).isObject();
        } catch (JacksonException _) {
            return false;
        }
    }

    private static String content(JsonNode choice) {
        return choice.at("/message/content").stringValue();
    }
}

package llmsim.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Operation.Generation;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.render.Opening;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Completions made with {@code store}, read back. */
class StoredCompletionTest {
    private static final String PATH = "/v1/chat/completions";
    private final StubServices services = new StubServices();

    /** Does what the engine does when an exchange has ended. */
    private void store(String id, long created, String more) {
        var body =
                "{\"model\":\"gpt-5\",\"store\":true,\"messages\":[{\"role\":\"system\",\"content\":\"Be brief\",\"name\":\"ops\"},"
                        + "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Hi\"}]},{\"role\":\"assistant\",\"refusal\":\"no\"}]"
                        + more + "}";
        var generation = (Generation) Calls.parse(Calls.post(PATH, body), services);
        var keep = generation.keeps().getFirst();
        var events = Events.of(Reply.of(Completion.text("Hello")), Played.USAGE, false);
        var copy = Played.of(generation, keep.rendering(), events).payloads().getFirst();
        var content = Bytes.ofUtf8(copy.replace("chatcmpl-1", id));
        var answer = new Opening(
                id, Instant.ofEpochSecond(created), generation.request(), Played.USAGE, prefix -> prefix + "1");
        keep.keeping().keep(answer, content, services);
    }

    @Test
    void isReadBackWithWhatWasAskedFor() {
        store(
                "chatcmpl-a",
                1,
                ",\"temperature\":0.5,\"seed\":3,\"user\":\"u\",\"metadata\":{\"k\":\"v\"},\"stream\":true");
        var stored = get(PATH + "/chatcmpl-a", Map.of());
        assertThat(stored.toString())
                .isEqualTo(
                        "{\"object\":\"chat.completion\",\"id\":\"chatcmpl-a\",\"model\":\"gpt-5\",\"created\":1700000000,"
                                + "\"request_id\":\"req_1\",\"tool_choice\":null,\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":12,"
                                + "\"total_tokens\":21,\"prompt_tokens_details\":{\"cached_tokens\":4,\"audio_tokens\":0},"
                                + "\"completion_tokens_details\":{\"reasoning_tokens\":5,\"audio_tokens\":0,"
                                + "\"accepted_prediction_tokens\":0,\"rejected_prediction_tokens\":0}},\"seed\":3,\"top_p\":1.0,"
                                + "\"temperature\":0.5,\"presence_penalty\":0.0,\"frequency_penalty\":0.0,"
                                + "\"system_fingerprint\":\"fp_96658cc44b\",\"input_user\":\"u\",\"service_tier\":\"default\","
                                + "\"tools\":null,\"metadata\":{\"k\":\"v\"},\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
                                + "\"content\":\"Hello\",\"refusal\":null,\"annotations\":[]},\"logprobs\":null,"
                                + "\"finish_reason\":\"stop\"}],\"response_format\":null}");
    }

    @Test
    void listsAreOldestFirstAndPaged() {
        store("chatcmpl-a", 1, "");
        store("chatcmpl-b", 2, "");
        store("chatcmpl-c", 3, "");
        var first = get(PATH, Map.of("limit", List.of("2")));
        assertThat(ids(first)).containsExactly("chatcmpl-a", "chatcmpl-b");
        assertThat(first.get("object").stringValue()).isEqualTo("list");
        assertThat(first.get("first_id").stringValue()).isEqualTo("chatcmpl-a");
        assertThat(first.get("last_id").stringValue()).isEqualTo("chatcmpl-b");
        assertThat(first.get("has_more").booleanValue()).isTrue();
        var second = get(PATH, Map.of("limit", List.of("2"), "after", List.of("chatcmpl-b")));
        assertThat(ids(second)).containsExactly("chatcmpl-c");
        assertThat(second.get("has_more").booleanValue()).isFalse();
        assertThat(ids(get(PATH, Map.of("order", List.of("desc")))))
                .containsExactly("chatcmpl-c", "chatcmpl-b", "chatcmpl-a");
    }

    @Test
    void listsAreFiltered() {
        store("chatcmpl-a", 1, ",\"metadata\":{\"k\":\"v\"}");
        store("chatcmpl-b", 2, ",\"metadata\":{\"k\":\"w\"}");
        assertThat(ids(get(PATH, Map.of("metadata[k]", List.of("w"))))).containsExactly("chatcmpl-b");
        assertThat(ids(get(PATH, Map.of("model", List.of("gpt-5"))))).hasSize(2);
        var none = get(PATH, Map.of("model", List.of("other")));
        assertThat(ids(none)).isEmpty();
        assertThat(none.get("first_id").isNull()).isTrue();
        assertThat(none.get("has_more").booleanValue()).isFalse();
    }

    @Test
    void metadataCanBeChanged() {
        store("chatcmpl-a", 1, ",\"metadata\":{\"k\":\"v\"}");
        var changed = Calls.query(Calls.post(PATH + "/chatcmpl-a", "{\"metadata\":{\"k\":\"w\"}}"), services);
        assertThat(changed.at("/metadata/k").stringValue()).isEqualTo("w");
        assertThat(ids(get(PATH, Map.of("metadata[k]", List.of("w"))))).containsExactly("chatcmpl-a");
        assertThat(ids(get(PATH, Map.of("metadata[k]", List.of("v"))))).isEmpty();
        Calls.query(Calls.post(PATH + "/chatcmpl-a", "{\"metadata\":null}"), services);
        assertThat(get(PATH + "/chatcmpl-a", Map.of()).get("metadata").isEmpty())
                .isTrue();
    }

    @Test
    void metadataAreCheckedAgain() {
        store("chatcmpl-a", 1, "");
        assertThat(errorOf(Calls.post(PATH + "/chatcmpl-a", "{}")))
                .isEqualTo("Missing required parameter: 'metadata'.");
        assertThat(errorOf(Calls.post(PATH + "/chatcmpl-a", "{\"metadata\":{\"k\":1}}")))
                .isEqualTo("Invalid type for 'metadata.k': expected a string, but got an integer instead.");
    }

    @Test
    void canBeDeletedOnce() {
        store("chatcmpl-a", 1, "");
        var call = Calls.call(Call.Method.DELETE, PATH + "/chatcmpl-a", Map.of(), Body.EMPTY);
        assertThat(Calls.query(call, services).toString())
                .isEqualTo("{\"object\":\"chat.completion.deleted\",\"id\":\"chatcmpl-a\",\"deleted\":true}");
        assertThat(errorOf(call)).isEqualTo("Chat completion with id 'chatcmpl-a' not found.");
        assertThat(errorOf(Calls.get(PATH + "/chatcmpl-a", Map.of()))).endsWith("not found.");
    }

    @Test
    void messagesArePaged() {
        store("chatcmpl-a", 1, "");
        var page = get(PATH + "/chatcmpl-a/messages", Map.of());
        assertThat(page.get("data").toString())
                .isEqualTo(
                        "[{\"id\":\"chatcmpl-a-0\",\"role\":\"system\",\"content\":\"Be brief\",\"name\":\"ops\",\"content_parts\":null},"
                                + "{\"id\":\"chatcmpl-a-1\",\"role\":\"user\",\"content\":null,\"name\":null,\"content_parts\":[{\"type\":\"text\",\"text\":\"Hi\"}]},"
                                + "{\"id\":\"chatcmpl-a-2\",\"role\":\"assistant\",\"content\":null,\"name\":null,\"content_parts\":null}]");
        var rest = get(
                PATH + "/chatcmpl-a/messages",
                Map.of("after", List.of("chatcmpl-a-2"), "order", List.of("desc"), "limit", List.of("1")));
        assertThat(ids(rest)).containsExactly("chatcmpl-a-1");
        assertThat(rest.get("has_more").booleanValue()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "limit;0;Invalid 'limit': integer below minimum value. Expected a value >= 1, but got 0 instead.",
                "limit;101;Invalid 'limit': integer above maximum value. Expected a value <= 100, but got 101 instead.",
                "limit;x;Invalid type for 'limit': expected an integer, but got a string instead.",
                "order;up;Invalid value: 'up'. Supported values are: 'asc' and 'desc'."
            })
    void queriesAreChecked(String name, String value, String message) {
        assertThat(errorOf(Calls.get(PATH, Map.of(name, List.of(value))))).isEqualTo(message);
    }

    private JsonNode get(String path, Map<String, List<String>> query) {
        return Calls.query(Calls.get(path, query), services);
    }

    private String errorOf(Call call) {
        return Calls.query(call, services).at("/error/message").stringValue();
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.get("data").spliterator(), false)
                .map(item -> item.get("id").stringValue())
                .toList();
    }
}

package llmsim.it.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;
import llmsim.engine.Head;
import llmsim.engine.Incoming;
import llmsim.engine.Outlet;
import llmsim.engine.script.Script;
import llmsim.engine.script.Turn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rules RS-40 to RS-45: conversations of OpenAI. */
class ConversationsTest {
    private final Responses responses = Responses.saying(
            "openai", Script.of(Turn.assistant("one"), Turn.assistant("two"), Turn.assistant("three")));

    @AfterEach
    void close() {
        responses.close();
    }

    private JsonNode post(String path, String body) {
        return Responses.tree(responses.post(path, body));
    }

    private String created(String body) {
        var conversation = post("/conversations", body);
        assertThat(conversation.get("object").stringValue()).isEqualTo("conversation");
        return conversation.get("id").stringValue();
    }

    private JsonNode items(String id, Map<String, List<String>> query) {
        return Responses.tree(responses.get("/conversations/" + id + "/items", query));
    }

    private List<String> texts(String id) {
        return items(id, Map.of("order", List.of("asc"), "limit", List.of("100")))
                .get("data")
                .valueStream()
                .map(item -> item.at("/content/0/text").asString(""))
                .toList();
    }

    private static String respond(String id, String more) {
        return "{\"model\":\"gpt-4o\",\"input\":\"Hi\",\"conversation\":\"" + id + "\"" + more + "}";
    }

    private static void refused(Answer answer, int status, String param, String code, String message) {
        assertThat(answer.status()).isEqualTo(status);
        var error = Responses.tree(answer).get("error");
        assertThat(error.get("param").asString("")).isEqualTo(param);
        assertThat(error.get("code").asString("")).isEqualTo(code);
        assertThat(error.get("message").stringValue()).contains(message);
    }

    @Test
    void aConversationHasMetadataThatCanBeReplaced() {
        var id = created("{\"metadata\":{\"a\":\"1\"}}");
        assertThat(id).startsWith("conv_");
        assertThat(Responses.tree(responses.get("/conversations/" + id, Map.of()))
                        .at("/metadata/a")
                        .stringValue())
                .isEqualTo("1");

        var changed = post("/conversations/" + id, "{\"metadata\":{\"b\":\"2\"}}");
        assertThat(changed.get("metadata").toString()).isEqualTo("{\"b\":\"2\"}");
        assertThat(Responses.tree(responses.get("/conversations/" + id, Map.of())))
                .isEqualTo(changed);
        refused(
                responses.post("/conversations/" + id, "{}"),
                400,
                "metadata",
                "missing_required_parameter",
                "metadata");
    }

    @Test
    void nothingNeedBeSaidOfANewOne() {
        assertThat(items(created("{}"), Map.of()).get("data")).isEmpty();
        assertThat(items(created("{\"metadata\":null,\"items\":null}"), Map.of())
                        .get("first_id")
                        .isNull())
                .isTrue();
        var empty = responses
                .process()
                .simulator()
                .call(
                        "openai",
                        new Incoming(Call.Method.POST, "/v1/conversations", Map.of(), Headers.NONE, Body.EMPTY));
        assertThat(empty.status()).isEqualTo(200);
        assertThat(Responses.tree(empty).get("metadata")).isEmpty();
    }

    @Test
    void itemsComeInPagesNewestFirst() {
        var id = created(
                "{\"items\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"assistant\",\"content\":\"b\"}]}");
        var added = post("/conversations/" + id + "/items", "{\"items\":[{\"role\":\"user\",\"content\":\"c\"}]}");
        assertThat(added.get("object").stringValue()).isEqualTo("list");
        assertThat(added.at("/data/0/status").stringValue()).isEqualTo("completed");
        assertThat(added.get("first_id")).isEqualTo(added.at("/data/0/id"));

        var first = items(id, Map.of("limit", List.of("2")));
        assertThat(first.get("has_more").booleanValue()).isTrue();
        assertThat(first.at("/data/0")).isEqualTo(added.at("/data/0"));
        assertThat(first.at("/data/1/content/0/type").stringValue()).isEqualTo("output_text");
        var second = items(
                id,
                Map.of(
                        "limit",
                        List.of("2"),
                        "after",
                        List.of(first.get("last_id").stringValue())));
        assertThat(second.get("has_more").booleanValue()).isFalse();
        assertThat(second.at("/data/0/content/0/text").stringValue()).isEqualTo("a");
        assertThat(texts(id)).containsExactly("a", "b", "c");
        assertThat(items(id, Map.of("after", List.of("msg_nobody"))).get("data"))
                .isEmpty();
    }

    @Test
    void oneItemCanBeReadAndDeleted() {
        var id = created("{\"items\":[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"user\",\"content\":\"b\"}]}");
        var item = items(id, Map.of()).at("/data/1");
        var path = "/conversations/" + id + "/items/" + item.get("id").stringValue();

        assertThat(Responses.tree(responses.get(path, Map.of()))).isEqualTo(item);
        assertThat(Responses.tree(responses.delete(path)).get("id").stringValue())
                .isEqualTo(id);
        assertThat(texts(id)).containsExactly("b");
        var gone = "Item with id '" + item.get("id").stringValue() + "' not found.";
        refused(responses.get(path, Map.of()), 404, "", "", gone);
        refused(responses.delete(path), 404, "", "", gone);
    }

    @Test
    void aDeletedConversationIsGoneWithItsItems() {
        var id = created("{\"items\":[{\"role\":\"user\",\"content\":\"a\"}]}");
        var path = "/conversations/" + id;
        assertThat(Responses.tree(responses.delete(path)).toString())
                .isEqualTo("{\"id\":\"" + id + "\",\"object\":\"conversation.deleted\",\"deleted\":true}");

        var gone = "Conversation with id '" + id + "' not found.";
        var item = "{\"items\":[{\"role\":\"user\",\"content\":\"c\"}]}";
        refused(responses.delete(path), 404, "", "", gone);
        refused(responses.get(path, Map.of()), 404, "", "", gone);
        refused(responses.post(path, "{\"metadata\":{}}"), 404, "", "", gone);
        refused(responses.get(path + "/items", Map.of()), 404, "", "", gone);
        refused(responses.post(path + "/items", item), 404, "", "", gone);
        refused(responses.get(path + "/items/msg_1", Map.of()), 404, "", "", gone);
        refused(responses.delete(path + "/items/msg_1"), 404, "", "", gone);
        refused(responses.post("/responses", respond(id, "")), 404, "", "", gone);
    }

    @Test
    void noMoreThanTwentyItemsAtOnce() {
        var twenty = "{\"role\":\"user\",\"content\":\"a\"},".repeat(20);
        var id = created("{\"items\":[" + twenty.substring(0, twenty.length() - 1) + "]}");
        assertThat(texts(id)).hasSize(20);

        var more = "{\"items\":[" + twenty + "{\"role\":\"user\",\"content\":\"a\"}]}";
        refused(responses.post("/conversations", more), 400, "items", "array_above_max_length", "21");
        refused(responses.post("/conversations/" + id + "/items", more), 400, "items", "array_above_max_length", "21");
        refused(
                responses.post("/conversations", "{\"items\":[{\"role\":\"nobody\",\"content\":\"a\"}]}"),
                400,
                "items[0].role",
                "invalid_value",
                "nobody");
    }

    @Test
    void aResponseGoesOnFromItsConversationAndAddsToIt() {
        var id = created("{\"items\":[{\"role\":\"user\",\"content\":\"My name is Ada.\"}]}");
        var first = responses.create(respond(id, ",\"store\":false"));
        var last = responses
                .events("{\"model\":\"gpt-4o\",\"input\":\"And?\",\"stream\":true,\"conversation\":{\"id\":\"" + id
                        + "\"}}")
                .getLast()
                .get("response");
        var alone = responses.create("""
                {"model":"gpt-4o","input":[{"role":"user","content":"My name is Ada."},{"role":"user","content":"Hi"},
                {"role":"assistant","content":"one"},{"role":"user","content":"And?"}]}""");

        assertThat(first.get("conversation").toString()).isEqualTo("{\"id\":\"" + id + "\"}");
        assertThat(last.get("conversation")).isEqualTo(first.get("conversation"));
        assertThat(last.at("/usage/input_tokens")).isEqualTo(alone.at("/usage/input_tokens"));
        assertThat(alone.has("conversation")).isFalse();
        assertThat(texts(id)).containsExactly("My name is Ada.", "Hi", "one", "And?", "two");
        assertThat(items(id, Map.of()).at("/data/0")).isEqualTo(last.at("/output/0"));
    }

    @Test
    void whatIsThereAlreadyIsNotAddedTwice() {
        var id = created("{\"items\":[{\"role\":\"user\",\"content\":\"a\"}]}");
        var item = items(id, Map.of()).at("/data/0/id").stringValue();
        responses.create("{\"model\":\"gpt-4o\",\"input\":[{\"type\":\"item_reference\",\"id\":\"" + item
                + "\"}],\"conversation\":\"" + id + "\"}");

        assertThat(texts(id)).containsExactly("a", "one");
    }

    @Test
    void itStandsInPlaceOfAPreviousResponse() {
        var previous = responses
                .create("{\"model\":\"gpt-4o\",\"input\":\"Hi\"}")
                .get("id")
                .stringValue();

        refused(
                responses.post("/responses", respond(created("{}"), ",\"previous_response_id\":\"" + previous + "\"")),
                400,
                "previous_response_id",
                "mutually_exclusive_parameters",
                "Mutually exclusive parameters.");
    }

    @Test
    void oneThatARunningResponseHasIsLocked() {
        var id = created("{}");
        var meanwhile = new ArrayList<Answer>();
        stream(respond(id, ",\"stream\":true"), () -> meanwhile.add(responses.post("/responses", respond(id, ""))));

        refused(
                meanwhile.getFirst(),
                400,
                "conversation",
                "conversation_locked",
                "Another process is currently operating on this conversation.");
        assertThat(responses.post("/responses", respond(id, "")).status()).isEqualTo(200);
        assertThat(texts(id)).containsExactly("Hi", "one", "Hi", "two");
    }

    @Test
    void aResponseThatDoesNotComeToItsEndAddsNothingAndLetsGo() {
        var id = created("{}");
        stream(respond(id, ",\"stream\":true"), () -> {
            throw new IOException("gone");
        });

        assertThat(texts(id)).isEmpty();
        assertThat(responses.post("/responses", respond(id, "")).status()).isEqualTo(200);
    }

    @Test
    void noItemIsLostWhenManyAddAtOnce() throws InterruptedException {
        var id = created("{}");
        var threads = IntStream.range(0, 40)
                .mapToObj(n -> Thread.ofVirtual()
                        .start(() -> responses.post(
                                "/conversations/" + id + "/items",
                                "{\"items\":[{\"role\":\"user\",\"content\":\"" + n + "\"}]}")))
                .toList();
        for (var thread : threads) {
            thread.join();
        }

        assertThat(texts(id))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 40).mapToObj(String::valueOf).toList());
    }

    @Test
    void openResponsesHasNone() {
        try (var other = Responses.saying("openresponses", Script.of(Turn.assistant("one")))) {
            assertThat(other.post("/conversations", "{}").status()).isEqualTo(404);
            var response = other.create(respond("conv_1", ",\"previous_response_id\":null"));
            assertThat(response.get("status").stringValue()).isEqualTo("completed");
            assertThat(response.has("conversation")).isFalse();
        }
    }

    @FunctionalInterface
    private interface AtFirst {
        void run() throws IOException;
    }

    /** Makes a call, and does something when the first bytes of the answer come. */
    private void stream(String body, AtFirst first) {
        var incoming = new Incoming(
                Call.Method.POST,
                "/v1/responses",
                Map.of(),
                Headers.NONE,
                new Body.Raw("application/json", Bytes.ofUtf8(body)));
        responses.process().simulator().handle("openai", incoming, new Outlet() {
            @Override
            public void begin(Head head) throws IOException {
                first.run();
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {}

            @Override
            public void end() {}
        });
    }
}

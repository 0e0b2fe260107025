package llmsim.it.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import llmsim.engine.configuration.StreamFault;
import llmsim.engine.script.Script;
import llmsim.engine.script.Turn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StoredResponsesTest {
    private final Responses responses = Responses.saying(
            "openai", Script.of(Turn.assistant("one"), Turn.assistant("two"), Turn.assistant("three")));

    @AfterEach
    void close() {
        responses.close();
    }

    @Test
    void aResponseIsFoundAsItWasAnswered() {
        var answered = responses.create("{\"model\":\"gpt-4o\",\"input\":\"Hi\"}");

        assertThat(get("/responses/" + id(answered))).isEqualTo(answered);
    }

    @Test
    void oneThatFailedInItsCourseIsFoundAsItWasTold() {
        var turn = Turn.assistant("one two three").broken(StreamFault.parse("stream_error@1"));
        try (var failing = Responses.saying("openai", Script.of(turn))) {
            var told = failing.events("{\"model\":\"gpt-4o\",\"input\":\"Hi\",\"stream\":true}")
                    .getLast()
                    .path("response");
            assertThat(told.path("status").stringValue()).isEqualTo("failed");

            var found = failing.get("/responses/" + id(told), Map.of());
            assertThat(Responses.tree(found)).isEqualTo(told);
        }
    }

    @Test
    void oneThatIsNotToBeStoredIsNot() {
        var answered = responses.create("{\"model\":\"gpt-4o\",\"input\":\"Hi\",\"store\":false}");

        var answer = responses.get("/responses/" + id(answered), Map.of());
        assertThat(answer.status()).isEqualTo(404);
        assertThat(Responses.tree(answer).at("/error/message").stringValue())
                .isEqualTo("Response with id '" + id(answered) + "' not found.");
    }

    @Test
    void oneThatIsDeletedIsGone() {
        var id = id(responses.create("{\"model\":\"gpt-4o\",\"input\":\"Hi\"}"));

        assertThat(Responses.tree(responses.delete("/responses/" + id)).toString())
                .isEqualTo("{\"id\":\"" + id + "\",\"object\":\"response\",\"deleted\":true}");
        assertThat(responses.get("/responses/" + id, Map.of()).status()).isEqualTo(404);
        assertThat(responses.delete("/responses/" + id).status()).isEqualTo(404);
    }

    @Test
    void aContinuationCountsEverythingBefore() {
        var first = responses.create("{\"model\":\"gpt-4o\",\"input\":\"Hi\",\"instructions\":\"Be brief.\"}");
        var second = responses.create(
                "{\"model\":\"gpt-4o\",\"input\":\"And?\",\"previous_response_id\":\"" + id(first) + "\"}");
        var alone = responses.create("""
                {"model":"gpt-4o","input":[{"role":"user","content":"Hi"},{"role":"assistant","content":"one"},
                {"role":"user","content":"And?"}]}""");

        assertThat(second.at("/usage/input_tokens")).isEqualTo(alone.at("/usage/input_tokens"));
        assertThat(second.at("/previous_response_id").stringValue()).isEqualTo(id(first));
        assertThat(second.get("instructions").isNull()).isTrue();
    }

    @Test
    void anUnknownPreviousResponseIsRefused() {
        var answer = responses.post(
                "/responses", "{\"model\":\"gpt-4o\",\"input\":\"Hi\",\"previous_response_id\":\"resp_nobody\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Responses.tree(answer).at("/error/code").stringValue()).isEqualTo("previous_response_not_found");
    }

    @Test
    void inputItemsComeInPagesNewestFirst() {
        var id = id(responses.create("""
                {"model":"gpt-4o","input":[{"role":"user","content":"a"},{"role":"assistant","content":"b"},
                {"type":"message","role":"developer","content":"c"}]}"""));

        var first = page(id, Map.of("limit", List.of("2")));
        assertThat(first.get("has_more").booleanValue()).isTrue();
        assertThat(first.at("/data/0/role").stringValue()).isEqualTo("developer");
        assertThat(first.at("/data/1/content/0/type").stringValue()).isEqualTo("output_text");
        var last = first.get("last_id").stringValue();
        var second = page(id, Map.of("limit", List.of("2"), "after", List.of(last)));
        assertThat(second.get("has_more").booleanValue()).isFalse();
        assertThat(second.at("/data/0/content/0/text").stringValue()).isEqualTo("a");
        assertThat(page(id, Map.of("order", List.of("asc")))
                        .at("/data/0/content/0/text")
                        .stringValue())
                .isEqualTo("a");
    }

    @Test
    void inputItemsHaveWhatTheDescriptionRequires() {
        var id = id(responses.create("""
                {"model":"gpt-4o","input":[
                {"role":"user","content":[{"type":"input_image","image_url":"https://example.com/a.png"}]},
                {"type":"reasoning","summary":[]},
                {"type":"function_call","call_id":"call_1","name":"look","arguments":"{}"},
                {"type":"function_call_output","call_id":"call_1","output":[{"type":"input_image","file_id":"f"}]}]}"""));

        var items = page(id, Map.of("order", List.of("asc"))).get("data");
        assertThat(items.at("/0/content/0/detail").stringValue()).isEqualTo("auto");
        assertThat(items.at("/1").has("status")).isFalse();
        assertThat(items.at("/2/status").stringValue()).isEqualTo("completed");
        assertThat(items.at("/3/status").stringValue()).isEqualTo("completed");
        assertThat(items.at("/3/output/0/detail").stringValue()).isEqualTo("auto");
    }

    @Test
    void anInputIsCountedAsItsResponseCountsIt() {
        var body = "{\"model\":\"gpt-4o\",\"input\":\"How many?\"}";
        var counted = Responses.tree(responses.post("/responses/input_tokens", body));

        assertThat(counted.get("object").stringValue()).isEqualTo("response.input_tokens");
        assertThat(counted.get("input_tokens")).isEqualTo(responses.create(body).at("/usage/input_tokens"));
    }

    @Test
    void whatIsCompactedCanBeGoneOnFrom() {
        var compacted = Responses.tree(
                responses.post("/responses/compact", "{\"model\":\"gpt-4o\",\"input\":\"My name is Ada.\"}"));
        assertThat(compacted.get("object").stringValue()).isEqualTo("response.compaction");

        var next = responses.create("{\"model\":\"gpt-4o\",\"input\":" + compacted.get("output") + "}");
        var said = responses.create(
                "{\"model\":\"gpt-4o\",\"input\":[{\"role\":\"assistant\",\"content\":\"My name is Ada.\"}]}");
        assertThat(next.at("/usage/input_tokens")).isEqualTo(said.at("/usage/input_tokens"));
    }

    private JsonNode get(String path) {
        return Responses.tree(responses.get(path, Map.of()));
    }

    private JsonNode page(String id, Map<String, List<String>> query) {
        return Responses.tree(responses.get("/responses/" + id + "/input_items", query));
    }

    private static String id(JsonNode response) {
        return response.get("id").stringValue();
    }
}

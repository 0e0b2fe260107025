package llmsim.it.responses;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import llmsim.engine.script.Script;
import llmsim.engine.script.ScriptedCall;
import llmsim.engine.script.Turn;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class StreamPropertyTest {
    @Property(tries = 60)
    void aStreamFoldsToTheWholeResponse(
            @ForAll @StringLength(min = 1, max = 60) String text,
            @ForAll @IntRange(min = 16, max = 40) int limit,
            @ForAll boolean calls,
            @ForAll boolean openResponses) {
        var arguments = JsonNodeFactory.instance.objectNode().put("said", text);
        var turn = calls ? Turn.mixed(text, ScriptedCall.of("say", arguments)) : Turn.assistant(text);
        var body = "{\"model\":\"gpt-4o\",\"input\":\"Hi\",\"max_output_tokens\":" + limit + "}";
        try (var responses = Responses.saying(openResponses ? "openresponses" : "openai", Script.of(turn))) {
            var whole = responses.create(body);
            var events = responses.events(body.replaceFirst("\\{", "{\"stream\":true,"));
            var last = events.getLast().get("response");

            assertThat(withoutIds(last)).isEqualTo(withoutIds(whole));
            assertThat(events.stream().map(event -> event.get("sequence_number").longValue()))
                    .isEqualTo(LongStream.range(0, events.size()).boxed().toList());
            assertThat(joined(events, "response.output_text.delta")).isEqualTo(said(last, "message"));
            assertThat(joined(events, "response.function_call_arguments.delta")).isEqualTo(said(last, "function_call"));
        }
    }

    @Property(tries = 40)
    void aWebSocketCarriesTheEventsOfAStream(
            @ForAll @StringLength(min = 1, max = 60) String text,
            @ForAll @IntRange(min = 16, max = 40) int limit,
            @ForAll boolean calls,
            @ForAll boolean openResponses) {
        var arguments = JsonNodeFactory.instance.objectNode().put("said", text);
        var script = Script.of(calls ? Turn.mixed(text, ScriptedCall.of("say", arguments)) : Turn.assistant(text));
        var provider = openResponses ? "openresponses" : "openai";
        var wish = "\"model\":\"gpt-4o\",\"input\":\"Hi\",\"max_output_tokens\":" + limit + "}";
        try (var streaming = Responses.saying(provider, script);
                var talking = Responses.saying(provider, script);
                var talk = Talk.to(talking)) {
            var streamed = streaming.events("{\"stream\":true," + wish);
            var told = talk.say("{\"type\":\"response.create\"," + wish);

            assertThat(told.stream().map(StreamPropertyTest::withoutAnyId).toList())
                    .isEqualTo(streamed.stream()
                            .map(StreamPropertyTest::withoutAnyId)
                            .toList());
        }
    }

    private static JsonNode withoutAnyId(JsonNode event) {
        var copy = event.deepCopy();
        copy.findParents("id").forEach(parent -> ((ObjectNode) parent).remove("id"));
        for (var name : List.of("item_id", "call_id")) {
            copy.findParents(name).forEach(parent -> ((ObjectNode) parent).remove(name));
        }
        return copy;
    }

    private static String joined(List<JsonNode> events, String type) {
        return events.stream()
                .filter(event -> event.get("type").stringValue().equals(type))
                .map(event -> event.get("delta").stringValue())
                .collect(Collectors.joining());
    }

    private static String said(JsonNode response, String type) {
        return response.get("output")
                .valueStream()
                .filter(item -> item.get("type").stringValue().equals(type))
                .map(item -> item.path("arguments")
                        .asString(item.at("/content/0/text").asString("")))
                .collect(Collectors.joining());
    }

    /** Each response has ids and calls of its own. */
    private static JsonNode withoutIds(JsonNode response) {
        var copy = (ObjectNode) response.deepCopy();
        copy.remove("id");
        copy.get("output").forEach(item -> ((ObjectNode) item).remove(List.of("id", "call_id")));
        return copy;
    }
}

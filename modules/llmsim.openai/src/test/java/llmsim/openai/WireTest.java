package llmsim.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import llmsim.api.content.Bytes;
import llmsim.api.content.Part;
import llmsim.api.dialect.Operation.Generation;
import llmsim.api.json.Field;
import llmsim.api.json.JsonLimits;
import llmsim.api.json.JsonReader;
import llmsim.api.json.WireMapper;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Finish;
import llmsim.api.reply.FinishReason;
import llmsim.api.reply.Reply;
import llmsim.api.reply.ReplyEvent;
import llmsim.openai.chat.wire.ChatCompletion;
import llmsim.openai.chat.wire.ChatCompletionChunk;
import llmsim.openai.chat.wire.ChatCompletionRequest;
import llmsim.openai.chat.wire.StoredCopy;
import llmsim.openai.models.wire.ListModelsResponse;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;

/** What must hold for every reply and every wire record. */
class WireTest {
    private static final WireMapper MAPPER = WireMapper.snakeCase();
    private static final JsonReader READER = JsonReader.within(JsonLimits.DEFAULT);

    /** Required by the published OpenAPI description of 2026-08-21, and what clients were seen to need beside it. */
    private static final Map<String, Set<String>> REQUIRED = Map.of(
            "chat.completion", Set.of("id", "object", "created", "model", "choices", "usage", "service_tier"),
            "chat.completion.chunk", Set.of("id", "object", "created", "model", "choices"));

    private static final Set<String> CHOICE = Set.of("index", "message", "logprobs", "finish_reason");
    private static final Set<String> CHUNK_CHOICE = Set.of("index", "delta", "finish_reason");
    private static final Set<String> MESSAGE = Set.of("role", "content", "refusal", "annotations");
    private static final Set<String> USAGE = Set.of(
            "prompt_tokens", "completion_tokens", "total_tokens", "prompt_tokens_details", "completion_tokens_details");
    private static final Set<String> FINISH = Set.of("stop", "length", "tool_calls", "content_filter", "function_call");

    /** Any reply, and how its request wants it. */
    record Scene(Reply reply, boolean logprobs, boolean legacy, boolean usage, long shuffle) {
        Generation generation(boolean stream) {
            var fields = new ArrayList<>(List.of(
                    "\"model\":\"gpt-5\"",
                    "\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]",
                    "\"n\":" + reply.choices().size(),
                    "\"stream\":" + stream,
                    "\"logprobs\":" + logprobs));
            fields.add(
                    legacy
                            ? "\"functions\":[{\"name\":\"f\"}]"
                            : "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\"}},{\"type\":\"custom\",\"custom\":{\"name\":\"c\"}}]");
            if (stream && usage) {
                fields.add("\"stream_options\":{\"include_usage\":true}");
            }
            return Calls.chat("{" + String.join(",", fields) + "}");
        }

        /** The events with those of different choices interleaved. */
        List<ReplyEvent> events() {
            var source = new Random(shuffle);
            var open = new ArrayList<List<ReplyEvent>>();
            for (var choice = 0; choice < reply.choices().size(); choice++) {
                open.add(new ArrayList<>(Events.of(choice, reply.choices().get(choice), logprobs)));
            }
            var events = new ArrayList<ReplyEvent>();
            while (!open.isEmpty()) {
                var next = open.get(source.nextInt(open.size()));
                events.add(next.removeFirst());
                open.removeIf(List::isEmpty);
            }
            events.add(new ReplyEvent.Finished(Played.USAGE));
            return events;
        }

        JsonNode whole() {
            var generation = generation(false);
            var payloads =
                    Played.of(generation, generation.rendering(), events()).payloads();
            assertThat(payloads).hasSize(1);
            return Calls.tree(payloads.getFirst());
        }

        List<String> stream() {
            var generation = generation(true);
            return Played.of(generation, generation.rendering(), events()).payloads();
        }
    }

    @Property(tries = 500)
    void deltasFoldToTheWholeMessage(@ForAll("scenes") Scene scene) {
        var whole = scene.whole();
        var folded = new DeltaFold();
        var payloads = scene.stream();
        assertThat(payloads.getLast()).isEqualTo("[DONE]");
        payloads.subList(0, payloads.size() - 1).forEach(payload -> folded.add(Calls.tree(payload)));
        for (var choice : whole.get("choices")) {
            assertThat(folded.choice(choice.get("index").intValue())).isEqualTo(DeltaFold.essence(choice));
        }
        if (scene.usage()) {
            assertThat(folded.usage()).contains(whole.get("usage"));
        } else {
            assertThat(folded.usage()).isEmpty();
        }
    }

    @Property(tries = 300)
    void everyBodyHasWhatTheSchemaRequires(@ForAll("scenes") Scene scene) {
        var whole = scene.whole();
        has(whole, REQUIRED.get("chat.completion"));
        has(whole.get("usage"), USAGE);
        for (var choice : whole.get("choices")) {
            has(choice, CHOICE);
            has(choice.get("message"), MESSAGE);
            assertThat(FINISH).contains(choice.get("finish_reason").stringValue());
        }
        var payloads = scene.stream();
        for (var payload : payloads.subList(0, payloads.size() - 1)) {
            var chunk = Calls.tree(payload);
            has(chunk, REQUIRED.get("chat.completion.chunk"));
            assertThat(chunk.has("usage")).isEqualTo(scene.usage());
            chunk.get("choices").forEach(choice -> has(choice, CHUNK_CHOICE));
        }
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadAgain(@ForAll("scenes") Scene scene) {
        same(scene.whole().toString(), ChatCompletion.class);
        var payloads = scene.stream();
        payloads.subList(0, payloads.size() - 1).forEach(payload -> same(payload, ChatCompletionChunk.class));
        var generation = Calls.chat(
                "{\"model\":\"m\",\"store\":true,\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"x\"}]}]}");
        var copy = Played.of(generation, generation.keeps().getFirst().rendering(), scene.events());
        same(copy.payloads().getFirst(), StoredCopy.class);
    }

    @Property(tries = 300)
    void requestsAreWrittenAndReadAgain(@ForAll("bodies") String body) {
        var request = read(body, ChatCompletionRequest.class);
        assertThat(read(MAPPER.text(request), ChatCompletionRequest.class)).isEqualTo(request);
    }

    @Property(tries = 50)
    void listsAreWrittenAndReadAgain(@ForAll String id, @ForAll long created) {
        var list = ListModelsResponse.of(
                List.of(llmsim.openai.models.wire.Model.of(id.replaceAll("\\p{Cs}", ""), created, "o")));
        assertThat(read(MAPPER.text(list), ListModelsResponse.class)).isEqualTo(list);
    }

    private static <T> void same(String json, Class<T> type) {
        assertThat(MAPPER.text(read(json, type))).isEqualTo(json);
    }

    private static <T> T read(String json, Class<T> type) {
        return MAPPER.read(READER.read(Bytes.ofUtf8(json)), type);
    }

    private static void has(JsonNode object, Set<String> names) {
        assertThat(object.propertyNames()).containsAll(names);
    }

    @Provide
    static Arbitrary<Scene> scenes() {
        var reply = completions().list().ofMinSize(1).ofMaxSize(3).map(Reply::new);
        var flag = Arbitraries.of(true, false);
        return Combinators.combine(reply, flag, flag, flag, Arbitraries.longs()).as(Scene::new);
    }

    private static Arbitrary<Completion> completions() {
        var text = Arbitraries.of("", "Hello", "\"quoted\"\n", "日本語 text", "😀😀😀😀", "a\u0000b\u2028c");
        Arbitrary<Part> part = Arbitraries.oneOf(
                text.<Part>map(Part.Text::new),
                text.<Part>map(words -> new Part.ToolCall("call_" + words.length(), "f", words)),
                text.<Part>map(words -> new Part.ToolCall("call_" + words.length(), "c", words)),
                text.<Part>map(Part.Refusal::new),
                text.<Part>map(words -> new Part.Reasoning(words, "", 3, Optional.empty())));
        var finish = Arbitraries.of(FinishReason.values()).map(Finish::of);
        return Combinators.combine(part.list().ofMaxSize(4), finish).as(Completion::new);
    }

    @Provide
    static Arbitrary<String> bodies() {
        return BodyArbitraries.valid();
    }

    /** Puts deltas together as an SDK does. */
    static final class DeltaFold {
        private final Map<Integer, Map<String, String>> choices = new LinkedHashMap<>();
        private Field<JsonNode> usage = Field.absent();

        void add(JsonNode chunk) {
            for (var choice : chunk.get("choices")) {
                var folded = choices.computeIfAbsent(choice.get("index").intValue(), _ -> new LinkedHashMap<>());
                addDelta(folded, choice.get("delta"));
                put(folded, "finish", choice.get("finish_reason"));
                addLogprobs(folded, choice.get("logprobs"));
            }
            if (chunk.hasNonNull("usage")) {
                usage = Field.of(chunk.get("usage"));
            }
        }

        private static void addDelta(Map<String, String> folded, JsonNode delta) {
            put(folded, "role", delta.get("role"));
            put(folded, "content", delta.get("content"));
            put(folded, "refusal", delta.get("refusal"));
            addCall(folded, "function", delta.get("function_call"), "arguments");
            if (delta.has("tool_calls")) {
                for (var call : delta.get("tool_calls")) {
                    var at = "call" + call.get("index");
                    put(folded, at + "id", call.get("id"));
                    put(folded, at + "type", call.get("type"));
                    addCall(folded, at, call.get("function"), "arguments");
                    addCall(folded, at, call.get("custom"), "input");
                }
            }
        }

        private static void addCall(Map<String, String> folded, String at, JsonNode call, String content) {
            if (call != null) {
                put(folded, at + "name", call.get("name"));
                put(folded, at + content, call.get(content));
            }
        }

        private static void addLogprobs(Map<String, String> folded, JsonNode logprobs) {
            if (logprobs != null && !logprobs.isNull()) {
                for (var kind : List.of("content", "refusal")) {
                    logprobs.get(kind).forEach(token -> put(folded, "logprobs of " + kind, token.get("token")));
                }
            }
        }

        private static void put(Map<String, String> folded, String name, JsonNode value) {
            if (value != null && !value.isNull()) {
                folded.merge(name, value.stringValue(), String::concat);
            }
        }

        Map<String, String> choice(int index) {
            return choices.get(index);
        }

        Optional<JsonNode> usage() {
            return usage.toOptional();
        }

        /** The same of a whole choice. */
        static Map<String, String> essence(JsonNode choice) {
            var folded = new LinkedHashMap<String, String>();
            var message = choice.get("message");
            Function<String, JsonNode> field = message::get;
            put(folded, "role", field.apply("role"));
            put(folded, "content", field.apply("content"));
            put(folded, "refusal", field.apply("refusal"));
            addCall(folded, "function", field.apply("function_call"), "arguments");
            var index = 0;
            for (var call : message.path("tool_calls")) {
                var at = "call" + index++;
                put(folded, at + "id", call.get("id"));
                put(folded, at + "type", call.get("type"));
                addCall(folded, at, call.get("function"), "arguments");
                addCall(folded, at, call.get("custom"), "input");
            }
            addLogprobs(folded, choice.get("logprobs"));
            put(folded, "finish", choice.get("finish_reason"));
            return folded;
        }
    }
}

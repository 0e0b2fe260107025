package llmsim.engine.trial;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import llmsim.api.content.Bytes;
import llmsim.api.content.Message;
import llmsim.api.content.Part;
import llmsim.api.content.Role;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.OutputLimits;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.SimRequest;
import llmsim.api.render.FrameKind;
import llmsim.api.render.FrameSink;
import llmsim.api.render.Framing;
import llmsim.api.render.Opening;
import llmsim.api.render.Renderer;
import llmsim.api.render.Rendering;
import llmsim.api.reply.FinishReason;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.reply.Usage;
import llmsim.api.spi.ProviderAdapter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Gemini: every chunk a whole response with the usage so far; a stream is a JSON array unless SSE is asked for. */
final class GeminiDialect implements ProviderAdapter {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String name() {
        return "gemini";
    }

    @Override
    public ProviderFacts facts() {
        return new ProviderFacts("", "", List.of(), List.of(), false);
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                endpoint("generateContent", _ -> rendering(Framing.WHOLE, "application/json")),
                endpoint(
                        "streamGenerateContent",
                        call -> call.queryParameter("alt").filter("sse"::equals).isPresent()
                                ? rendering(Framing.SSE, "text/event-stream")
                                : rendering(Framing.JSON_ARRAY, "application/json")));
    }

    private static Endpoint endpoint(String verb, Function<Call, Rendering> rendering) {
        return new Endpoint(Call.Method.POST, "/v1beta/models/{model}:" + verb, "gemini", (call, _) -> {
            var streamed = rendering.apply(call).framing() != Framing.WHOLE;
            return Operation.Generation.of(request(call).withStream(streamed), "", rendering.apply(call));
        });
    }

    private static SimRequest request(Call call) {
        var json = JSON.readTree(((Body.Raw) call.body()).bytes().toUtf8());
        var messages = new ArrayList<Message>();
        for (var content : json.path("contents")) {
            var role = content.path("role").asString("user").equals("model") ? Role.ASSISTANT : Role.USER;
            messages.add(
                    Message.of(role, content.path("parts").path(0).path("text").asString("")));
        }
        var most = json.path("generationConfig").path("maxOutputTokens");
        var limits = new OutputLimits(most.isInt() ? OptionalLong.of(most.asLong()) : OptionalLong.empty(), List.of());
        return SimRequest.of(Prompt.of(call.pathParameter("model"), messages)).withLimits(limits);
    }

    private static Rendering rendering(Framing framing, String type) {
        return new Rendering(
                framing,
                type,
                Rendering.Start.WITH_FIRST_DELTA,
                opening -> new Chunks(opening, framing == Framing.WHOLE));
    }

    /** Makes chunks; a whole answer is the last one with all parts. */
    private static final class Chunks implements Renderer {
        private final Opening opening;
        private final boolean whole;
        private final List<ObjectNode> parts = new ArrayList<>();
        private String finish = "";
        private int tokens;

        private Chunks(Opening opening, boolean whole) {
            this.opening = opening;
            this.whole = whole;
        }

        @Override
        public void render(ReplyEvent event, FrameSink sink) {
            if (event instanceof ReplyEvent.Delta delta) {
                tokens += delta.tokens();
            }
            switch (event) {
                case ReplyEvent.TextDelta delta
                when !whole -> {
                    parts.add(JSON.createObjectNode().put("text", delta.text()));
                    send(FrameKind.DELTA, opening.prompt().withCompletion(tokens, 0), sink);
                }
                case ReplyEvent.PartDone(var _, var _, var part) when whole -> parts.add(part(part));
                case ReplyEvent.ChoiceFinished end ->
                    finish = end.finish().reason() == FinishReason.LENGTH ? "MAX_TOKENS" : "STOP";
                case ReplyEvent.Finished end -> send(FrameKind.END, end.usage(), sink);
                default -> {}
            }
        }

        private void send(FrameKind kind, Usage usage, FrameSink sink) {
            var chunk = JSON.createObjectNode();
            var candidate = chunk.putArray("candidates").addObject();
            candidate
                    .putObject("content")
                    .put("role", "model")
                    .putArray("parts")
                    .addAll(parts);
            if (!finish.isEmpty()) {
                candidate.put("finishReason", finish);
            }
            chunk.putObject("usageMetadata")
                    .put("promptTokenCount", usage.promptTokens())
                    .put("candidatesTokenCount", usage.completionTokens());
            parts.clear();
            sink.frame(kind, "", chunk.toString().getBytes(StandardCharsets.UTF_8));
        }

        private static ObjectNode part(Part part) {
            return part instanceof Part.Text(var text)
                    ? JSON.createObjectNode().put("text", text)
                    : JSON.createObjectNode().put("kind", part.getClass().getSimpleName());
        }
    }

    @Override
    public Answer explain(Problem problem, Call call) {
        JsonNode error = JSON.createObjectNode()
                .set(
                        "error",
                        JSON.createObjectNode()
                                .put("code", problem.category().usualStatus())
                                .put("message", problem.message())
                                .put("status", problem.category().name()));
        return Answer.json(problem.category().usualStatus(), Bytes.ofUtf8(error.toString()));
    }
}

package llmsim.engine.trial;

import java.util.List;
import java.util.Map;
import llmsim.api.content.Bytes;
import llmsim.api.content.Message;
import llmsim.api.content.Role;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.OutputFormat;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.SimRequest;
import llmsim.api.render.FrameKind;
import llmsim.api.render.FrameSink;
import llmsim.api.render.Framing;
import llmsim.api.render.Rendering;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.spi.ProviderAdapter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speech as bytes: a text goes in, a sound comes out in chunks, as they are spoken. */
final class SpeechDialect implements ProviderAdapter {
    private static final Map<String, String> TYPES =
            Map.of("mp3", "audio/mpeg", "wav", "audio/wav", "opus", "audio/ogg");

    /** What the answer shall be. */
    record Speech(String voice, String format) implements OutputFormat.Open {
        @Override
        public String kind() {
            return "speech";
        }
    }

    @Override
    public String name() {
        return "speech";
    }

    @Override
    public ProviderFacts facts() {
        return new ProviderFacts("/v1", "req_", List.of(), List.of(), false);
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(new Endpoint(Call.Method.POST, "/v1/audio/speech", "speech", (call, _) -> parse(call)));
    }

    private static Operation parse(Call call) {
        var json = JsonMapper.shared().readTree(((Body.Raw) call.body()).bytes().toUtf8());
        var speech = new Speech(text(json, "voice", "alloy"), text(json, "response_format", "mp3"));
        var prompt = Prompt.of(text(json, "model", "tts-1"), List.of(Message.of(Role.USER, text(json, "input", ""))))
                .withFormat(speech);
        var rendering = new Rendering(
                Framing.BYTES,
                TYPES.getOrDefault(speech.format(), "application/octet-stream"),
                Rendering.Start.WITH_FIRST_DELTA,
                _ -> SpeechDialect::render);
        return Operation.Generation.of(SimRequest.of(prompt).withStream(true), "speech_", rendering);
    }

    private static void render(ReplyEvent event, FrameSink sink) {
        if (event instanceof ReplyEvent.BytesDelta delta) {
            sink.frame(FrameKind.DELTA, "", delta.bytes().toByteArray());
        }
    }

    private static String text(JsonNode json, String name, String usual) {
        return json.path(name).asString(usual);
    }

    @Override
    public Answer explain(Problem problem, Call call) {
        return Answer.json(
                problem.category().usualStatus(), Bytes.ofUtf8("{\"error\":\"" + problem.category() + "\"}"));
    }
}

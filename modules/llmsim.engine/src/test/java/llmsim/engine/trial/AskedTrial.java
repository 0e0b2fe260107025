package llmsim.engine.trial;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import llmsim.api.content.Bytes;
import llmsim.api.content.Message;
import llmsim.api.content.Role;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Caller;
import llmsim.api.exchange.Headers;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.SimRequest;
import llmsim.engine.random.Ids;
import llmsim.engine.random.Randomness;
import llmsim.engine.random.RunSeed;
import llmsim.engine.source.Source.Asked;

/** Requests to ask a source about, without a simulator around it. */
public record AskedTrial(SimRequest request, String path, Map<String, String> headers, String session, String body) {
    private static final ProviderFacts FACTS = new ProviderFacts("/v1", "req_", List.of(), List.of(), false);

    /** One user message. */
    public static AskedTrial user(String text) {
        return of(Prompt.of("gpt-4o", List.of(Message.of(Role.USER, text))));
    }

    /** A prompt. */
    public static AskedTrial of(Prompt prompt) {
        return new AskedTrial(SimRequest.of(prompt), "/v1/chat/completions", Map.of(), "", "{}");
    }

    /** The same of another model. */
    public AskedTrial model(String model) {
        return new AskedTrial(
                SimRequest.of(Prompt.of(model, request.prompt().messages())), path, headers, session, body);
    }

    /** The same on another path. */
    public AskedTrial path(String other) {
        return new AskedTrial(request, other, headers, session, body);
    }

    /** The same with a header. */
    public AskedTrial header(String name, String value) {
        return new AskedTrial(request, path, Map.of(name, value), session, body);
    }

    /** The same in a session. */
    public AskedTrial session(String name) {
        return new AskedTrial(request, path, headers, name, body);
    }

    /** The same with this body. */
    public AskedTrial body(String json) {
        return new AskedTrial(request, path, headers, session, json);
    }

    /** The same with more choices. */
    public AskedTrial choices(int number) {
        return new AskedTrial(request.withChoices(number), path, headers, session, body);
    }

    /** As a source is asked. */
    public Asked asked() {
        var call = new Call(
                "req_1",
                Call.Method.POST,
                path,
                Map.of(),
                Map.of(),
                Headers.of(headers),
                new Body.Raw("application/json", Bytes.ofUtf8(body)),
                new Caller("", session, Map.of()),
                0,
                Instant.EPOCH);
        var draws = new Randomness(RunSeed.of(OptionalLong.of(1))).admit(request, session);
        return new Asked(request, call, FACTS, draws, new Ids(draws.happening("ids", 0)), Rig.encoding());
    }
}

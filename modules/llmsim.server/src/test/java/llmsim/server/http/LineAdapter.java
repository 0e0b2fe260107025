package llmsim.server.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.exchange.Call;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.SimRequest;
import llmsim.api.render.FrameKind;
import llmsim.api.render.Framing;
import llmsim.api.render.Rendering;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.spi.ProviderAdapter;

/** Streams the events of a reply as they are, over HTTP and over a WebSocket. */
record LineAdapter() implements ProviderAdapter {
    @Override
    public String name() {
        return "lines";
    }

    @Override
    public ProviderFacts facts() {
        return new ProviderFacts("", "req_", List.of(), List.of(), false);
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(Call.Method.POST, "/x", "completions", (_, _) -> generation(Framing.SSE)),
                new Endpoint(Call.Method.MESSAGE, "/talk", "websocket", (_, _) -> generation(Framing.MESSAGES)));
    }

    private static Operation generation(Framing framing) {
        var rendering = new Rendering(
                framing,
                "text/event-stream",
                Rendering.Start.WITH_FIRST_DELTA,
                _ -> (event, sink) -> sink.frame(
                        FrameKind.DELTA, "", ("{\"é\":\"" + word(event) + "\"}").getBytes(StandardCharsets.UTF_8)));
        return Operation.Generation.of(SimRequest.of("gpt-4o", "Hi").withStream(true), "x_", rendering);
    }

    private static String word(ReplyEvent event) {
        return event instanceof ReplyEvent.TextDelta delta
                ? delta.text().replaceAll("[^a-z ]", "")
                : event.getClass().getSimpleName();
    }

    @Override
    public Answer explain(Problem problem, Call call) {
        return Answer.json(problem.category().usualStatus(), Bytes.ofUtf8("{}"));
    }
}

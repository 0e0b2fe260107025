package com.example.tiny;

import java.util.List;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.HeaderRule;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.dialect.Services;
import llmsim.api.exchange.Call;
import llmsim.api.json.FieldPath;
import llmsim.api.json.JsonLimits;
import llmsim.api.json.JsonReader;
import llmsim.api.problem.Problem;
import llmsim.api.problem.Violation;
import llmsim.api.prompt.SimRequest;
import llmsim.api.render.FrameKind;
import llmsim.api.render.Opening;
import llmsim.api.render.Renderer;
import llmsim.api.render.Rendering;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.spi.ProviderAdapter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The smallest API there can be: {@code POST /tiny/say} with {@code {"text": "Hi", "stream": true}}. */
public final class TinyAdapter implements ProviderAdapter {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonReader reader = JsonReader.within(JsonLimits.DEFAULT);

    @Override
    public String name() {
        return "tiny";
    }

    @Override
    public ProviderFacts facts() {
        return new ProviderFacts("", "tiny-", List.of(new HeaderRule.RequestId("tiny-id")), List.of(), false);
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(new Endpoint(Call.Method.POST, "/say", "tiny", this::say));
    }

    private Operation say(Call call, Services services) {
        var body = reader.read(call.body());
        var text = body.path("text");
        if (!text.isString()) {
            throw new Problem.InvalidField(FieldPath.of("text"), new Violation.Missing()).asException();
        }
        var stream = body.path("stream").asBoolean(false);
        var request = SimRequest.of("tiny-1", text.stringValue()).withStream(stream);
        return Operation.Generation.of(
                request, "tiny-", stream ? Rendering.sse(TinyAdapter::streamed) : Rendering.json(TinyAdapter::whole));
    }

    private static Renderer whole(Opening opening) {
        var said = new StringBuilder();
        return (event, sink) -> {
            switch (event) {
                case ReplyEvent.TextDelta delta -> said.append(delta.text());
                case ReplyEvent.Finished finished ->
                    sink.frame(FrameKind.END, "", bytes(end(finished).put("said", said.toString())));
                default -> {}
            }
        };
    }

    private static Renderer streamed(Opening opening) {
        return (event, sink) -> {
            switch (event) {
                case ReplyEvent.TextDelta delta ->
                    sink.frame(FrameKind.DELTA, "more", bytes(JSON.createObjectNode().put("said", delta.text())));
                case ReplyEvent.Finished finished -> sink.frame(FrameKind.END, "end", bytes(end(finished)));
                default -> {}
            }
        };
    }

    private static tools.jackson.databind.node.ObjectNode end(ReplyEvent.Finished finished) {
        return JSON.createObjectNode()
                .put("in", finished.usage().promptTokens())
                .put("out", finished.usage().completionTokens());
    }

    @Override
    public Answer explain(Problem problem, Call call) {
        var status = problem instanceof Problem.WithStatus own ? own.status() : problem.category().usualStatus();
        var body = JSON.createObjectNode().put("oops", problem.message());
        return Answer.json(status, Bytes.owned(bytes(body)));
    }

    private static byte[] bytes(JsonNode json) {
        return JSON.writeValueAsBytes(json);
    }
}

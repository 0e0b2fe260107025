package llmsim.engine.trial;

import java.nio.charset.StandardCharsets;
import llmsim.api.content.Part;
import llmsim.api.render.FrameKind;
import llmsim.api.render.FrameSink;
import llmsim.api.render.Opening;
import llmsim.api.render.Renderer;
import llmsim.api.render.Template;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.reply.Usage;
import tools.jackson.databind.node.ObjectNode;

/** A reply as item events, each with its number; deltas are spliced, number and all. */
final class ResponsesEvents implements Renderer {
    private final Opening opening;
    private String item = "";
    private Template delta;
    private int number;

    ResponsesEvents(Opening opening) {
        this.opening = opening;
    }

    @Override
    public void render(ReplyEvent event, FrameSink sink) {
        switch (event) {
            case ReplyEvent.Started _ -> {
                response("created", "in_progress", sink);
                response("in_progress", "in_progress", sink);
            }
            case ReplyEvent.PartStarted begun -> open(begun, sink);
            case ReplyEvent.TextDelta more -> {
                number++;
                sink.spliced(FrameKind.DELTA, delta, more.text());
            }
            case ReplyEvent.PartDone done -> close(done, sink);
            case ReplyEvent.Finished end -> complete(end.usage(), sink);
            case ReplyEvent.Failed failed -> {
                var json = event("error").put("message", failed.problem().message());
                send(FrameKind.END, json, sink);
            }
            default -> {}
        }
    }

    private void open(ReplyEvent.PartStarted begun, FrameSink sink) {
        var call = begun.opening() instanceof Part.ToolCall;
        item = opening.ids().apply(call ? "fc_" : "msg_");
        var json = event("response.output_item.added").put("output_index", begun.part());
        json.putObject("item").put("id", item).put("type", call ? "function_call" : "message");
        send(FrameKind.HEAD, json, sink);
        delta = Template.of(
                kind(call) + ".delta",
                event(kind(call) + ".delta")
                        .put("item_id", item)
                        .put("delta", Template.MARKER)
                        .put("sequence_number", Template.NUMBER)
                        .toString());
    }

    private void close(ReplyEvent.PartDone done, FrameSink sink) {
        var call = done.whole() instanceof Part.ToolCall;
        var text = done.whole() instanceof Part.ToolCall whole ? whole.arguments() : ((Part.Text) done.whole()).text();
        send(
                FrameKind.DELTA,
                event(kind(call) + ".done").put("item_id", item).put(call ? "arguments" : "text", text),
                sink);
        send(FrameKind.DELTA, event("response.output_item.done").put("item_id", item), sink);
    }

    private void response(String type, String status, FrameSink sink) {
        var json = event("response." + type);
        json.putObject("response")
                .put("id", opening.id())
                .put("created_at", opening.created().getEpochSecond())
                .put("status", status);
        send(FrameKind.HEAD, json, sink);
    }

    private void complete(Usage usage, FrameSink sink) {
        var json = event("response.completed");
        json.putObject("response")
                .put("id", opening.id())
                .put("status", "completed")
                .put(
                        "completed_at_ms",
                        opening.clock().instant().toEpochMilli()
                                - opening.created().toEpochMilli())
                .put("output_tokens", usage.completionTokens());
        send(FrameKind.END, json, sink);
    }

    private static String kind(boolean call) {
        return call ? "response.function_call_arguments" : "response.output_text";
    }

    private static ObjectNode event(String type) {
        return ResponsesDialect.JSON.createObjectNode().put("type", type);
    }

    private void send(FrameKind kind, ObjectNode json, FrameSink sink) {
        var type = json.get("type").asString();
        json.put("sequence_number", number++);
        sink.frame(kind, type, json.toString().getBytes(StandardCharsets.UTF_8));
    }
}

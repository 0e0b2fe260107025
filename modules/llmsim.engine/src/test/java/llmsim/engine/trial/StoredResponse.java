package llmsim.engine.trial;

import java.nio.charset.StandardCharsets;
import llmsim.api.content.Part;
import llmsim.api.render.FrameKind;
import llmsim.api.render.FrameSink;
import llmsim.api.render.Opening;
import llmsim.api.render.Renderer;
import llmsim.api.reply.ReplyEvent;
import tools.jackson.databind.node.ArrayNode;

/** A response as it is looked up and continued: in progress from its beginning on, then complete. */
final class StoredResponse implements Renderer {
    private final Opening opening;
    private final ArrayNode history;

    StoredResponse(Opening opening, ArrayNode history) {
        this.opening = opening;
        this.history = history.deepCopy();
    }

    @Override
    public void render(ReplyEvent event, FrameSink sink) {
        switch (event) {
            case ReplyEvent.Started _ -> send("in_progress", sink);
            case ReplyEvent.PartDone(var _, var _, var part)
            when part instanceof Part.Text(var text) ->
                history.addObject().put("role", "assistant").put("text", text);
            case ReplyEvent.Finished _ -> send("completed", sink);
            case ReplyEvent.Failed _ -> send("failed", sink);
            default -> {}
        }
    }

    private void send(String status, FrameSink sink) {
        var json = ResponsesDialect.JSON.createObjectNode();
        json.put("id", opening.id()).put("status", status).set("history", history);
        sink.frame(FrameKind.END, "", json.toString().getBytes(StandardCharsets.UTF_8));
    }
}

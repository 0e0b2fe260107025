package llmsim.engine.fault;

import java.nio.charset.StandardCharsets;
import llmsim.api.content.Part;
import llmsim.api.dialect.Operation.Generation;
import llmsim.api.prompt.SimRequest;
import llmsim.api.render.FrameKind;
import llmsim.api.render.FrameSink;
import llmsim.api.render.Framing;
import llmsim.api.render.Renderer;
import llmsim.api.render.Rendering;
import llmsim.api.render.Template;
import llmsim.api.reply.ReplyEvent;
import llmsim.engine.trial.TrialAdapter;

/** A dialect as most are: objects with the text in them, a finish, a usage, a bare end mark. */
final class PlainDialect implements Renderer {
    static final String DONE = "[DONE]";
    private static final Template TEXT = Template.of("", "{\"index\":0,\"text\":\"" + Template.MARKER + "\"}");
    private static final Template CALL =
            Template.of("", "{\"index\":0,\"calls\":[{\"index\":0,\"text\":\"" + Template.MARKER + "\"}]}");

    private final boolean whole;
    private final StringBuilder said = new StringBuilder();
    private boolean calling;

    private PlainDialect(boolean whole) {
        this.whole = whole;
    }

    static TrialAdapter adapter(Framing framing) {
        var rendering = new Rendering(
                framing,
                "text/plain",
                Rendering.Start.WITH_FIRST_DELTA,
                _ -> new PlainDialect(framing == Framing.WHOLE));
        return TrialAdapter.of(TrialAdapter.post("/x", Generation.of(SimRequest.of("gpt-4o", "Hi"), "a_", rendering)));
    }

    @Override
    public void render(ReplyEvent event, FrameSink sink) {
        if (whole) {
            wholly(event, sink);
        } else {
            streamed(event, sink);
        }
    }

    private void wholly(ReplyEvent event, FrameSink sink) {
        if (event instanceof ReplyEvent.TextDelta delta) {
            said.append(delta.text());
        } else if (event instanceof ReplyEvent.Finished) {
            sink.spliced(FrameKind.END, TEXT, said.toString());
        }
    }

    private void streamed(ReplyEvent event, FrameSink sink) {
        switch (event) {
            case ReplyEvent.Started _ -> frame(FrameKind.HEAD, "{\"index\":0,\"role\":{}}", sink);
            case ReplyEvent.PartStarted part -> calling = part.opening() instanceof Part.ToolCall;
            case ReplyEvent.TextDelta delta -> sink.spliced(FrameKind.DELTA, calling ? CALL : TEXT, delta.text());
            case ReplyEvent.ChoiceFinished _ -> frame(FrameKind.END, "{\"finish\":\"stop\"}", sink);
            case ReplyEvent.Failed(var problem, var _) ->
                frame(FrameKind.END, "{\"error\":\"" + problem.category() + "\"}", sink);
            case ReplyEvent.Finished(var usage) -> {
                frame(FrameKind.END, "{\"usage\":" + usage.completionTokens() + "}", sink);
                frame(FrameKind.END, DONE, sink);
            }
            default -> {}
        }
    }

    private static void frame(FrameKind kind, String text, FrameSink sink) {
        sink.frame(kind, "", text.getBytes(StandardCharsets.UTF_8));
    }
}

package llmsim.engine.trial;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import llmsim.api.dialect.Operation.Generation;
import llmsim.api.prompt.SimRequest;
import llmsim.api.render.FrameKind;
import llmsim.api.render.FrameSink;
import llmsim.api.render.Framing;
import llmsim.api.render.Opening;
import llmsim.api.render.Renderer;
import llmsim.api.render.Rendering;
import llmsim.api.reply.ReplyEvent;

/** Renders each event as itself, and remembers them: for tests of what is played rather than of how it looks. */
public final class EventLines {
    private final List<ReplyEvent> events = new ArrayList<>();
    private String id = "";

    /** The events of the last answer. */
    public synchronized List<ReplyEvent> events() {
        return List.copyOf(events);
    }

    /** One line for each event. */
    public Rendering streamed() {
        return streamed(Rendering.Start.WITH_FIRST_DELTA);
    }

    public Rendering streamed(Rendering.Start start) {
        return new Rendering(Framing.LINES, "text/plain", start, opening -> remembering(opening, EventLines::line));
    }

    /** All lines at the end. */
    public Rendering whole() {
        return new Rendering(
                Framing.WHOLE,
                "text/plain",
                Rendering.Start.WITH_FIRST_DELTA,
                opening -> remembering(opening, new Whole()));
    }

    public Generation generation(SimRequest request) {
        return Generation.of(request, "ans_", request.stream() ? streamed() : whole());
    }

    /** The id of the last answer. */
    public synchronized String id() {
        return id;
    }

    private Renderer remembering(Opening opening, Renderer renderer) {
        synchronized (this) {
            id = opening.id();
            events.clear();
        }
        return (event, sink) -> {
            synchronized (this) {
                events.add(event);
            }
            renderer.render(event, sink);
        };
    }

    private static void line(ReplyEvent event, FrameSink sink) {
        sink.frame(FrameKind.DELTA, "", event.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static final class Whole implements Renderer {
        private final List<ReplyEvent> seen = new ArrayList<>();

        @Override
        public void render(ReplyEvent event, FrameSink sink) {
            seen.add(event);
            if (event instanceof ReplyEvent.Finished) {
                var lines = seen.stream().map(ReplyEvent::toString).collect(Collectors.joining("\n"));
                sink.frame(FrameKind.END, "", lines.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}

package llmsim.openresponses.render;

import java.nio.charset.StandardCharsets;
import llmsim.api.render.FrameKind;
import llmsim.api.render.FrameSink;
import llmsim.api.render.Opening;
import llmsim.api.render.Renderer;
import llmsim.api.reply.ReplyEvent;
import llmsim.openresponses.wire.Response;
import llmsim.openresponses.wire.ResponseEvent;
import org.jspecify.annotations.Nullable;

/** A reply as the events of a response. */
public final class StreamedResponse implements Renderer {
    private static final byte[] DONE = "[DONE]".getBytes(StandardCharsets.US_ASCII);

    private final Echo echo;
    private final boolean endMark;
    private @Nullable EventFrames events;
    private @Nullable Course course;

    /**
     * A renderer for one stream.
     */
    public StreamedResponse(Opening opening, Requested requested) {
        this.echo = new Echo(opening, requested);
        this.endMark = requested.facts().endMark() && !requested.overSocket();
    }

    @Override
    public void render(ReplyEvent event, FrameSink sink) {
        if (events == null || course == null) {
            events = new EventFrames(sink);
            course = new Course(echo, events);
        }
        course.follow(event);
        switch (event) {
            case ReplyEvent.Finished finished -> {
                var response = course.completed(finished);
                end("response." + response.status(), response, events, sink);
            }
            // No event says so: the stream just ends.
            case ReplyEvent.Cancelled _ -> mark(sink);
            case ReplyEvent.Failed failed -> end("response.failed", course.failed(failed), events, sink);
            default -> {}
        }
    }

    private void end(String type, Response response, EventFrames events, FrameSink sink) {
        events.tell(FrameKind.END, number -> new ResponseEvent.Lifecycle(type, response, number));
        mark(sink);
    }

    private void mark(FrameSink sink) {
        if (endMark) {
            sink.frame(FrameKind.END, "", DONE);
        }
    }
}

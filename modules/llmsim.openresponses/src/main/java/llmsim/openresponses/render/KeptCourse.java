package llmsim.openresponses.render;

import java.util.function.Function;
import llmsim.api.json.WireMapper;
import llmsim.api.render.FrameKind;
import llmsim.api.render.FrameSink;
import llmsim.api.render.Opening;
import llmsim.api.render.Renderer;
import llmsim.api.reply.ReplyEvent;
import llmsim.openresponses.wire.Response;

/**
 * A reply as the copy that is stored: at its end, also if that is a failure of which the client knows the response, and,
 * of one in the background, on its way.
 */
public final class KeptCourse implements Renderer {
    private final Course course;
    private final boolean inBackground;
    private final boolean forEveryone;
    private final Function<Response, Object> document;
    private String stored = "";

    /**
     * A renderer for one copy.
     *
     * @param document what to store of the response
     */
    public KeptCourse(Opening opening, Requested requested, Function<Response, Object> document) {
        var echo = new Echo(opening, requested);
        this.course = new Course(echo, Events.UNHEARD);
        this.inBackground = echo.inBackground();
        this.forEveryone = requested.request().stored();
        this.document = document;
    }

    @Override
    public void render(ReplyEvent event, FrameSink sink) {
        course.follow(event);
        switch (event) {
            case ReplyEvent.Finished finished -> store(course.completed(finished), sink);
            case ReplyEvent.Failed failed when forEveryone -> store(course.failed(failed), sink);
            case ReplyEvent.Cancelled _ -> store(course.cancelled(), sink);
            default -> storeProgress(sink);
        }
    }

    private void storeProgress(FrameSink sink) {
        if (inBackground && !stored.equals(course.status())) {
            stored = course.status();
            store(course.underWay(), sink);
        }
    }

    private void store(Response response, FrameSink sink) {
        sink.frame(
                FrameKind.END,
                "",
                WireMapper.snakeCase().bytes(document.apply(response)).toByteArray());
    }
}

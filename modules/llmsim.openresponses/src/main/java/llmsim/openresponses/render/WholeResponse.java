package llmsim.openresponses.render;

import java.util.function.Function;
import llmsim.api.json.WireMapper;
import llmsim.api.render.FrameKind;
import llmsim.api.render.FrameSink;
import llmsim.api.render.Opening;
import llmsim.api.render.Renderer;
import llmsim.api.reply.ReplyEvent;
import llmsim.openresponses.wire.Response;

/** A reply as one response. A reply that fails leaves no frame: the error is the answer then. */
public final class WholeResponse implements Renderer {
    private final Course course;
    private final Function<Response, Object> document;

    /**
     * A renderer for one answer.
     *
     * @param document what to write of the response: itself, or something around it
     */
    public WholeResponse(Opening opening, Requested requested, Function<Response, Object> document) {
        this.course = new Course(new Echo(opening, requested), Events.UNHEARD);
        this.document = document;
    }

    @Override
    public void render(ReplyEvent event, FrameSink sink) {
        course.follow(event);
        if (event instanceof ReplyEvent.Finished finished) {
            var response = document.apply(course.completed(finished));
            sink.frame(FrameKind.END, "", WireMapper.snakeCase().bytes(response).toByteArray());
        }
    }
}

package llmsim.openresponses.render;

import java.util.function.LongFunction;
import llmsim.api.json.WireMapper;
import llmsim.api.render.FrameKind;
import llmsim.api.render.FrameSink;
import llmsim.api.render.Template;
import llmsim.openresponses.wire.ResponseEvent;

/** Writes events as frames that are named after them, numbered from 0. */
final class EventFrames implements Events {
    private final FrameSink sink;
    private long next;

    EventFrames(FrameSink sink) {
        this.sink = sink;
    }

    @Override
    public void tell(FrameKind kind, LongFunction<ResponseEvent> event) {
        var numbered = event.apply(next++);
        sink.frame(kind, numbered.type(), WireMapper.snakeCase().bytes(numbered).toByteArray());
    }

    @Override
    public void splice(Template template, String text) {
        next++;
        sink.spliced(FrameKind.DELTA, template, text);
    }

    /** A delta as a template: its text is {@link Template#MARKER}, its number {@link Template#NUMBER}. */
    static Template template(ResponseEvent delta) {
        return Template.of(delta.type(), WireMapper.snakeCase().text(delta));
    }
}

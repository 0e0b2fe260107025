package llmsim.openresponses.render;

import java.util.function.LongFunction;
import llmsim.api.render.FrameKind;
import llmsim.api.render.Template;
import llmsim.openresponses.wire.ResponseEvent;

/** Where the events of one response go. Not thread-safe. */
interface Events {
    /** Whoever wants only the response itself. */
    Events UNHEARD = new Events() {
        @Override
        public void tell(FrameKind kind, LongFunction<ResponseEvent> event) {}

        @Override
        public void splice(Template template, String text) {}
    };

    /** Tells an event, which is given its number. */
    void tell(FrameKind kind, LongFunction<ResponseEvent> event);

    /** Tells a delta that is like the one before but for its text. */
    void splice(Template template, String text);
}

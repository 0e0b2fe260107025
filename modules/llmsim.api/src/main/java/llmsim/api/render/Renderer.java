package llmsim.api.render;

import llmsim.api.reply.ReplyEvent;

/** Turns the events of one answer into frames. Has state, serves one answer, is called by one thread at a time. */
@FunctionalInterface
public interface Renderer {
    /** Pushes what follows from this event, which may be no frame at all. */
    void render(ReplyEvent event, FrameSink sink);
}

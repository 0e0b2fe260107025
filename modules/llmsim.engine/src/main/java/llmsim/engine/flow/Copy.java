package llmsim.engine.flow;

import java.util.function.Consumer;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Operation.Keep;
import llmsim.api.render.FrameKind;
import llmsim.api.render.FrameSink;
import llmsim.api.render.Opening;
import llmsim.api.render.Renderer;
import llmsim.api.render.Template;
import llmsim.api.reply.ReplyEvent;

/**
 * A copy of an answer in the making. Whatever its rendering makes is kept at once: usually one body at the end, just before the client has it; for an answer that can be polled, bodies on the way too.
 */
final class Copy implements Consumer<ReplyEvent>, FrameSink {
    private final Keep keep;
    private final Opening opening;
    private final CallServices services;
    private final Renderer renderer;

    Copy(Keep keep, Opening opening, CallServices services) {
        this.keep = keep;
        this.opening = opening;
        this.services = services;
        this.renderer = keep.rendering().renderer().open(opening);
    }

    @Override
    public void accept(ReplyEvent event) {
        renderer.render(event, this);
    }

    @Override
    public void frame(FrameKind kind, String event, byte[] payload) {
        keep.keeping().keep(opening, Bytes.copyOf(payload), services);
    }

    @Override
    public void spliced(FrameKind kind, Template template, String text) {
        throw new IllegalStateException("a copy is rendered whole, not in spliced frames");
    }
}

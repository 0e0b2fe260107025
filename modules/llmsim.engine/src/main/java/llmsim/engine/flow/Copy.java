package llmsim.engine.flow;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Operation.Keep;
import llmsim.api.render.FrameKind;
import llmsim.api.render.FrameSink;
import llmsim.api.render.Opening;
import llmsim.api.render.Renderer;
import llmsim.api.render.Template;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.state.Document;

/** A copy of an answer in the making, stored when it is complete, just before its client hears of that. */
final class Copy implements Consumer<ReplyEvent>, FrameSink {
    private final Keep keep;
    private final Opening opening;
    private final CallServices services;
    private final Renderer renderer;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    Copy(Keep keep, Opening opening, CallServices services) {
        this.keep = keep;
        this.opening = opening;
        this.services = services;
        this.renderer = keep.rendering().renderer().open(opening);
    }

    @Override
    public void accept(ReplyEvent event) {
        renderer.render(event, this);
        if (event instanceof ReplyEvent.Finished) {
            store();
        }
    }

    @Override
    public void frame(FrameKind kind, String event, byte[] payload) {
        content.writeBytes(payload);
    }

    @Override
    public void spliced(FrameKind kind, Template template, String text) {
        throw new IllegalStateException("a copy is rendered whole, not in spliced frames");
    }

    private void store() {
        var bytes = Bytes.owned(content.toByteArray());
        var document = new Document(opening.id(), opening.created(), keep.labels(), bytes);
        switch (keep.reach()) {
            case EVERYONE -> services.scope().put(keep.collection(), document);
            case CONNECTION -> services.connection().put(keep.collection(), document);
        }
    }
}

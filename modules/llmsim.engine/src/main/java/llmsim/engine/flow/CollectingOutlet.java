package llmsim.engine.flow;

import java.io.ByteArrayOutputStream;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Headers;
import llmsim.api.render.Framing;
import llmsim.engine.Head;
import llmsim.engine.Outlet;

/** Keeps an answer instead of sending it. Not thread-safe. */
public final class CollectingOutlet implements Outlet {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private Head head = new Head(0, Framing.WHOLE, Headers.NONE);

    @Override
    public void begin(Head begun) {
        head = begun;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        body.write(bytes, offset, length);
    }

    @Override
    public void end() {}

    /** What was answered so far; status 0 if nothing was. */
    public Answer answer() {
        var type = head.headers().first("content-type").orElse("");
        return new Answer(head.status(), type, head.headers(), Bytes.owned(body.toByteArray()));
    }
}

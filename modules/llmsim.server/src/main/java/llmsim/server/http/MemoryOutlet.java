package llmsim.server.http;

import java.io.ByteArrayOutputStream;
import llmsim.api.exchange.Headers;
import llmsim.api.render.Framing;
import llmsim.engine.Head;
import llmsim.engine.Outlet;

/** Keeps an answer. Not thread-safe. */
final class MemoryOutlet implements Outlet {
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private Head head = new Head(500, Framing.WHOLE, Headers.NONE);

    @Override
    public void begin(Head first) {
        head = first;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        body.write(bytes, offset, length);
    }

    @Override
    public void end() {}

    Head head() {
        return head;
    }

    byte[] body() {
        return body.toByteArray();
    }
}

package llmsim.it.responses;

import java.nio.charset.StandardCharsets;
import llmsim.engine.Head;
import llmsim.engine.Outlet;

/** What a client has heard so far. Thread-safe. */
final class Heard implements Outlet {
    private final StringBuilder text = new StringBuilder();
    private boolean ended;

    @Override
    public void begin(Head head) {}

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        text.append(new String(bytes, offset, length, StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void end() {
        ended = true;
    }

    synchronized String text() {
        return text.toString();
    }

    synchronized boolean ended() {
        return ended;
    }
}

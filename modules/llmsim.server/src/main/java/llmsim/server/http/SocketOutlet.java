package llmsim.server.http;

import java.io.IOException;
import llmsim.engine.Ending;
import llmsim.engine.Head;
import llmsim.engine.Outlet;

/**
 * The answer to one message: every frame is a message of its own, and a part of one is a fragment of it. Status and
 * headers have no place here. Not thread-safe.
 */
final class SocketOutlet implements Outlet {
    private final SocketSender sender;
    private boolean inMessage;

    SocketOutlet(SocketSender sender) {
        this.sender = sender;
    }

    @Override
    public void begin(Head head) {}

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        sender.text(bytes, offset, length);
    }

    @Override
    public void end() {}

    @Override
    public boolean breakable() {
        return true;
    }

    @Override
    public void writePart(byte[] bytes, int offset, int length, int left) throws IOException {
        sender.fragment(bytes, offset, length, new SocketSender.Fragment(!inMessage, left == 0));
        inMessage = left > 0;
    }

    @Override
    public void cut(byte[] bytes, int offset, int sent, int length, Ending ending) throws IOException {
        sender.cut(bytes, offset, sent, length, ending);
    }
}

package llmsim.server.http;

import java.io.IOException;
import llmsim.engine.Head;
import llmsim.engine.Outlet;

/** The answer to one message: every frame is a message of its own. Status and headers have no place here. */
record SocketOutlet(SocketSender sender) implements Outlet {
    @Override
    public void begin(Head head) {}

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        sender.text(bytes, offset, length);
    }

    @Override
    public void end() {}
}

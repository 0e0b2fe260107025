package llmsim.engine.play;

import java.io.IOException;
import llmsim.engine.Head;
import llmsim.engine.Outlet;

/** Hands everything over as it is. */
record PlainWriter(Outlet outlet) implements FrameWriter {
    @Override
    public void begin(Head head) throws IOException {
        outlet.begin(head);
    }

    @Override
    public void write(byte[] bytes, int offset, int length, int tokens) throws IOException {
        outlet.write(bytes, offset, length);
    }

    @Override
    public void end() throws IOException {
        outlet.end();
    }
}

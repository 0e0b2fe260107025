package llmsim.engine.fault;

import java.io.IOException;
import java.util.Arrays;

/** Sends one frame after the next one. */
final class Swap implements Way {
    private byte[] held = new byte[0];

    @Override
    public boolean frame(Frame frame, Wire wire) throws IOException {
        if (held.length == 0) {
            held = Arrays.copyOfRange(frame.bytes(), frame.offset(), frame.offset() + frame.length());
            return true;
        }
        wire.happens();
        wire.pass(frame);
        wire.write(held);
        return false;
    }

    @Override
    public void end(Wire wire) throws IOException {
        if (held.length > 0) {
            wire.write(held);
        }
        wire.outlet().end();
    }
}

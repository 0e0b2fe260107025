package llmsim.engine.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Sends several frames in one write. */
final class Join implements Way {
    static final int FRAMES = 3;

    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private int frames;

    @Override
    public boolean frame(Frame frame, Wire wire) throws IOException {
        held.write(frame.bytes(), frame.offset(), frame.length());
        frames++;
        if (frames == FRAMES) {
            wire.happens();
            send(wire);
        }
        return true;
    }

    private void send(Wire wire) throws IOException {
        wire.write(held.toByteArray());
        held.reset();
        frames = 0;
    }

    @Override
    public void end(Wire wire) throws IOException {
        if (frames > 1) {
            wire.happens();
        }
        if (frames > 0) {
            send(wire);
        }
        wire.outlet().end();
    }
}

package llmsim.engine.fault;

import java.io.IOException;

/** Sends one frame twice. */
record Twice() implements Way {
    @Override
    public boolean frame(Frame frame, Wire wire) throws IOException {
        wire.happens();
        wire.pass(frame);
        wire.pass(frame);
        return false;
    }
}

package llmsim.engine.fault;

import java.io.IOException;

/** Leaves out the frames of the end. */
record WithoutEnd() implements Way {
    @Override
    public boolean frame(Frame frame, Wire wire) throws IOException {
        if (!frame.last()) {
            wire.pass(frame);
        }
        return true;
    }

    @Override
    public void closing(Frame first, Wire wire) {
        wire.endless();
    }
}

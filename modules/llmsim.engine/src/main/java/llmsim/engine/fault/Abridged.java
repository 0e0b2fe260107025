package llmsim.engine.fault;

import java.io.IOException;

/** Leaves out all that follows, but a bare end mark. */
record Abridged() implements Way {
    @Override
    public boolean frame(Frame frame, Wire wire) throws IOException {
        wire.abridge();
        if (frame.last() && isMark(frame)) {
            wire.pass(frame);
        }
        return true;
    }

    /** What says something has members. */
    private static boolean isMark(Frame frame) {
        for (var i = 0; i < frame.length(); i++) {
            if (frame.bytes()[frame.offset() + i] == '{') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void closing(Frame first, Wire wire) {
        wire.abridge();
    }
}

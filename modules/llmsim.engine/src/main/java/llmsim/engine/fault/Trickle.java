package llmsim.engine.fault;

import java.io.IOException;

/** Sends frames a few bytes at a time. */
record Trickle(long pauseNanos) implements Way {
    static final int PIECE_BYTES = 4;

    @Override
    public boolean frame(Frame frame, Wire wire) throws IOException {
        wire.happens();
        var end = frame.offset() + frame.length();
        var from = frame.offset();
        var to = frame.at() > 0 ? from + frame.at() : Math.min(end, from + PIECE_BYTES);
        while (to < end) {
            wire.outlet().writePart(frame.bytes(), from, to - from, end - to);
            wire.pause(pauseNanos);
            from = to;
            to = Math.min(end, from + PIECE_BYTES);
        }
        wire.outlet().writePart(frame.bytes(), from, to - from, 0);
        return true;
    }
}

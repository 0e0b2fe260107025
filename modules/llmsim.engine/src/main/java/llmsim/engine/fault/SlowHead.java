package llmsim.engine.fault;

import java.io.IOException;

/** Sends the head a few bytes at a time. */
record SlowHead(long pauseNanos) implements Way {
    static final int PIECE_BYTES = 4;

    @Override
    public void head(Wire wire) throws IOException {
        wire.happens();
        while (wire.outlet().writeHead(PIECE_BYTES)) {
            wire.pause(pauseNanos);
        }
    }

    @Override
    public boolean frame(Frame frame, Wire wire) throws IOException {
        wire.pass(frame);
        return false;
    }
}

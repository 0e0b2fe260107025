package llmsim.engine.fault;

import java.io.IOException;

/** Sends nothing for some time, once. */
record Stall(long pauseNanos) implements Way {
    @Override
    public boolean frame(Frame frame, Wire wire) throws IOException {
        wire.happens();
        if (frame.at() == 0) {
            wire.pause(pauseNanos);
            wire.pass(frame);
        } else {
            var rest = frame.length() - frame.at();
            wire.outlet().writePart(frame.bytes(), frame.offset(), frame.at(), rest);
            wire.pause(pauseNanos);
            wire.outlet().writePart(frame.bytes(), frame.offset() + frame.at(), rest, 0);
        }
        return false;
    }

    @Override
    public boolean moment(Wire wire) throws IOException {
        wire.happens();
        wire.pause(pauseNanos);
        return false;
    }
}

package llmsim.engine.fault;

import java.io.IOException;
import llmsim.engine.Ending;

/** Breaks the connection off, at once or after some time. */
record Cut(Ending ending, long pauseNanos) implements Way {
    @Override
    public boolean frame(Frame frame, Wire wire) throws IOException {
        if (pauseNanos == 0) {
            throw wire.off(frame.tokens(), () -> cut(frame, frame.at() == 0 ? 0 : frame.length(), wire));
        }
        wire.happens();
        if (frame.at() > 0) {
            wire.outlet().writePart(frame.bytes(), frame.offset(), frame.at(), frame.length() - frame.at());
        }
        wire.pause(pauseNanos);
        throw wire.off(frame.tokens(), () -> wire.outlet().cut(frame.bytes(), 0, 0, 0, ending));
    }

    private void cut(Frame frame, int announced, Wire wire) throws IOException {
        wire.outlet().cut(frame.bytes(), frame.offset(), frame.at(), announced, ending);
    }

    @Override
    public void closing(Frame first, Wire wire) throws IOException {
        frame(first, wire);
    }

    @Override
    public boolean moment(Wire wire) throws IOException {
        return frame(Frame.NONE, wire);
    }
}

package llmsim.engine.fault;

import java.io.IOException;
import llmsim.engine.Ending;

/**
 * Sends the first half of a frame.
 *
 * @param announced whether the whole of it is announced, and the connection closed; otherwise the answer ends properly
 */
record Half(boolean announced) implements Way {
    @Override
    public boolean frame(Frame frame, Wire wire) {
        throw wire.off(frame.tokens(), () -> send(frame, wire));
    }

    private void send(Frame frame, Wire wire) throws IOException {
        var outlet = wire.outlet();
        if (announced) {
            outlet.cut(frame.bytes(), frame.offset(), frame.half(), frame.length(), Ending.CLOSE);
        } else {
            outlet.write(frame.bytes(), frame.offset(), frame.half());
            outlet.end();
        }
    }

    @Override
    public void closing(Frame first, Wire wire) {
        frame(first, wire);
    }
}

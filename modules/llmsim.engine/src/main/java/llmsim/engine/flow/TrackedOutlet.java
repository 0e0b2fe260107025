package llmsim.engine.flow;

import java.io.IOException;
import llmsim.api.exchange.ExchangeTrace;
import llmsim.engine.Ending;
import llmsim.engine.Head;
import llmsim.engine.Outlet;

/** Knows whether an answer has begun, tells what leaves, and calls nobody who is gone. Not thread-safe. */
final class TrackedOutlet implements Outlet {
    private final Outlet outlet;
    private boolean begun;
    private boolean gone;
    private ExchangeTrace trace = ExchangeTrace.NONE;

    TrackedOutlet(Outlet outlet) {
        this.outlet = outlet;
    }

    /** From now on tells this one what leaves. */
    void observe(ExchangeTrace observer) {
        trace = observer;
    }

    /** Whether it is too late for a whole answer. */
    boolean begun() {
        return begun;
    }

    @Override
    public void begin(Head head) throws IOException {
        begun = true;
        depart();
        trace.began(head.status(), head.headers());
        outlet.begin(head);
        gone = false;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        depart();
        trace.sent(bytes, offset, length);
        outlet.write(bytes, offset, length);
        gone = false;
    }

    @Override
    public void end() throws IOException {
        depart();
        outlet.end();
        gone = false;
    }

    @Override
    public boolean breakable() {
        return outlet.breakable();
    }

    @Override
    public boolean writeHead(int bytes) throws IOException {
        depart();
        var more = outlet.writeHead(bytes);
        gone = false;
        return more;
    }

    @Override
    public void writePart(byte[] bytes, int offset, int length, int left) throws IOException {
        depart();
        trace.sent(bytes, offset, length);
        outlet.writePart(bytes, offset, length, left);
        gone = false;
    }

    @Override
    public void cut(byte[] bytes, int offset, int sent, int length, Ending ending) throws IOException {
        depart();
        trace.sent(bytes, offset, sent);
        outlet.cut(bytes, offset, sent, length, ending);
    }

    // Gone until the call has come back: no lambda for each frame.
    private void depart() throws IOException {
        if (gone) {
            throw new IOException("the client is gone");
        }
        gone = true;
    }
}

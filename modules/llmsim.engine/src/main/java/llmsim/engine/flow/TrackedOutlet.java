package llmsim.engine.flow;

import java.io.IOException;
import llmsim.engine.Head;
import llmsim.engine.Outlet;

/** Knows whether an answer has begun, and calls nobody who is gone. Not thread-safe. */
final class TrackedOutlet implements Outlet {
    private final Outlet outlet;
    private boolean begun;
    private boolean gone;

    TrackedOutlet(Outlet outlet) {
        this.outlet = outlet;
    }

    /** Whether it is too late for a whole answer. */
    boolean begun() {
        return begun;
    }

    @Override
    public void begin(Head head) throws IOException {
        begun = true;
        attempt(() -> outlet.begin(head));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        attempt(() -> outlet.write(bytes, offset, length));
    }

    @Override
    public void end() throws IOException {
        attempt(outlet::end);
    }

    private void attempt(Attempt attempt) throws IOException {
        if (gone) {
            throw new IOException("the client is gone");
        }
        gone = true;
        attempt.run();
        gone = false;
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws IOException;
    }
}

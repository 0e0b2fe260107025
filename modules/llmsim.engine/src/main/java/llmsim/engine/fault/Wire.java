package llmsim.engine.fault;

import java.io.IOException;
import llmsim.api.time.Clock;
import llmsim.api.time.Waiter;
import llmsim.api.time.Wake;
import llmsim.engine.Outlet;
import llmsim.engine.play.BrokenOff;

/** What a fault works on: an outlet, and the time. Not thread-safe. */
final class Wire {
    private final String fault;
    private final Outlet outlet;
    private final Clock clock;
    private final Waiter waiter;
    private final Runnable happening;
    private boolean happened;
    private boolean endless;
    private boolean abridged;
    private long heldUntil = Long.MIN_VALUE;

    /** @param happening done once, before the fault can be noticed */
    Wire(String fault, Outlet outlet, Clock clock, Waiter waiter, Runnable happening) {
        this.fault = fault;
        this.outlet = outlet;
        this.clock = clock;
        this.waiter = waiter;
        this.happening = happening;
    }

    Outlet outlet() {
        return outlet;
    }

    /** The fault happens now. */
    void happens() {
        if (!happened) {
            happened = true;
            happening.run();
        }
    }

    /** The answer has no proper end. */
    void endless() {
        happens();
        endless = true;
    }

    /** The rest of the answer is left out. */
    void abridge() {
        endless();
        abridged = true;
    }

    boolean isAbridged() {
        return abridged;
    }

    boolean isEndless() {
        return endless;
    }

    void pass(Way.Frame frame) throws IOException {
        outlet.write(frame.bytes(), frame.offset(), frame.length());
    }

    void write(byte[] bytes) throws IOException {
        outlet.write(bytes, 0, bytes.length);
    }

    /** Waits; {@link IOException} if the wait was cancelled. */
    void pause(long nanos) throws IOException {
        heldUntil = clock.nanoTime() + nanos;
        Wake wake;
        do {
            wake = waiter.await(heldUntil);
        } while (wake == Wake.SIGNALLED);
        if (wake == Wake.CANCELLED) {
            throw new IOException("the wait was cancelled");
        }
    }

    long heldUntil() {
        return heldUntil;
    }

    /** Ends the answer here; {@code tokens} leave with what is left to be done. */
    BrokenOff off(long tokens, BrokenOff.Breaking breaking) {
        happens();
        return new BrokenOff(fault, tokens, breaking);
    }
}

package llmsim.engine.fault;

import java.util.random.RandomGenerator;
import llmsim.api.render.Framing;
import llmsim.api.time.Clock;
import llmsim.api.time.Waiter;
import llmsim.engine.Outlet;
import llmsim.engine.configuration.StreamFault;
import llmsim.engine.play.FrameWriter;

/**
 * Where and how one answer is handed over that may have a fault.
 *
 * @param waiter the exchange's own
 */
public record Breakable(Framing framing, Outlet outlet, Clock clock, Waiter waiter) {

    /** Whether the fault can be done to this answer. */
    public boolean admits(StreamFault fault) {
        return fault.breakage().fits(framing)
                && (outlet.breakable() || !fault.breakage().needsWire());
    }

    /**
     * A writer for an answer that admits the fault.
     *
     * @param tokens completion tokens of the whole answer
     * @param random of the fault's place, if that is to be drawn
     * @param happening done once when the fault happens, before anybody can notice
     */
    public FrameWriter writer(StreamFault fault, long tokens, RandomGenerator random, Runnable happening) {
        var wire = new Wire(fault.breakage().written(), outlet, clock, waiter, happening);
        var spot = Spot.of(fault.place(), tokens, random);
        return new BrokenWriter(fault, spot, wire, framing == Framing.WHOLE);
    }
}

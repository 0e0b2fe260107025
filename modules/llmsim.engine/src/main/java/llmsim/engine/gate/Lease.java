package llmsim.engine.gate;

import llmsim.api.reply.Usage;

/** Something that a request holds while it is handled: a slot, reserved tokens. Settled exactly once. */
@FunctionalInterface
public interface Lease {
    /** Holds nothing. */
    Lease NONE = _ -> {};

    /** Gives back what was not used. */
    void settle(Usage used);
}

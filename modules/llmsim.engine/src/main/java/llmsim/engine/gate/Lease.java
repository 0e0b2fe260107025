package llmsim.engine.gate;

import llmsim.api.reply.Usage;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.time.Waiter;

/** Something that a request holds while it is handled: a slot, reserved tokens. Settled exactly once. */
@FunctionalInterface
public interface Lease {
    /** Holds nothing. */
    Lease NONE = _ -> {};

    /**
     * Waits until what it stands for is there, without holding anything; whether it is. It is not if the waiter is
     * cancelled before. Called once, before the first token is waited for.
     */
    default boolean await(Waiter waiter) {
        return true;
    }

    /** The pace of a request that holds it. */
    default LatencyProfile pace(LatencyProfile profile) {
        return profile;
    }

    /** Gives back what was not used. */
    void settle(Usage used);
}

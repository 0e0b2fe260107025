package llmsim.engine.gate;

import java.util.Map;
import llmsim.api.exchange.Caller;
import llmsim.api.exchange.LimitState;

/** One condition of admission. Called by many threads at once. */
@FunctionalInterface
public interface Gate {
    /** Whether this request may pass. */
    Verdict check(Admission admission);

    /** Requests that passed and still wait for what they were promised. */
    default int queued() {
        return 0;
    }

    /** The models whose slots are in use, by their names in lower case; for monitoring. */
    default Map<String, SlotLoad> slots() {
        return Map.of();
    }

    /** Whether it keeps limits that headers tell of. */
    default boolean limited() {
        return false;
    }

    /**
     * What is left of the limits that this gate keeps, for headers; it changes nothing.
     *
     * @param model the name asked for; empty where it is not known
     * @param share what part of the limits is there for the call, from 0; 1 for all of them
     */
    default LimitState limits(Caller caller, String model, double share) {
        return LimitState.NONE;
    }
}

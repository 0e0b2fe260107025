package llmsim.engine.limit;

import llmsim.api.exchange.Caller;

/** What share of the limits is there for a request now, such as a half during an incident. Thread-safe. */
@FunctionalInterface
public interface LimitShare {
    /** All of them, always. */
    LimitShare WHOLE = (_, _) -> 1;

    /** A number from 0; 1 for the limits as they are set. At least one request and one token stay. */
    double of(Caller caller, String model);
}

package llmsim.api.exchange;

import java.util.Optional;
import llmsim.api.prompt.SimRequest;

/** Hears of every exchange: statistics, journal, recorder. Called by many threads at once; must be quick, must not throw. */
@FunctionalInterface
public interface ExchangeListener {
    /**
     * An exchange begins, and is not admitted yet.
     *
     * @param call the same as it arrived
     * @param request what it asks a model for; empty if that is nothing, or could not be read
     * @return who hears what becomes of it
     */
    ExchangeTrace begin(Exchange exchange, Call call, Optional<SimRequest> request);
}

package llmsim.engine.source;

import java.util.Optional;
import llmsim.api.exchange.Caller;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Decision;
import llmsim.api.token.Encoding;
import llmsim.engine.random.Draws;

/** Decides what an admitted request is answered with, or leaves it to the next source. Called by many threads at once. */
@FunctionalInterface
public interface Source {
    /** The decision, if this source has one. */
    Optional<Decision> decide(Asked asked);

    /** An admitted request and what may be used to answer it. */
    record Asked(SimRequest request, Caller caller, Draws draws, Encoding encoding) {}
}

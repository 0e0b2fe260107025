package llmsim.engine.source;

import java.util.Optional;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.exchange.Call;
import llmsim.api.prompt.SimRequest;
import llmsim.api.token.Encoding;
import llmsim.engine.random.Draws;
import llmsim.engine.random.Ids;

/** Decides what an admitted request is answered with, or leaves it to the next source. Called by many threads at once. */
@FunctionalInterface
public interface Source {
    /** The decision, if this source has one. */
    Optional<Decided> decide(Asked asked);

    /**
     * An admitted request and what may be used to answer it.
     *
     * @param call how the request came, without secrets
     * @param facts of the provider that is imitated
     * @param ids makes ids that are unique in the run
     */
    record Asked(SimRequest request, Call call, ProviderFacts facts, Draws draws, Ids ids, Encoding encoding) {}
}

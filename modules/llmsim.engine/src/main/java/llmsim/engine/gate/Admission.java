package llmsim.engine.gate;

import java.util.Optional;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.exchange.Call;
import llmsim.api.model.Model;
import llmsim.api.prompt.SimRequest;

/**
 * A request that asks to be admitted.
 *
 * @param model the name asked for; empty for a call that needs none
 * @param known the same in the catalogue
 * @param unknownAccepted whether models are served that are not in the catalogue
 * @param request what is asked of the model; empty for a query
 * @param hold what it wants to itself
 */
public record Admission(
        Call call,
        ProviderFacts facts,
        String model,
        Optional<Model> known,
        boolean unknownAccepted,
        Optional<SimRequest> request,
        long promptTokens,
        Optional<Operation.Hold> hold) {

    /** Completion tokens that the client demands for each choice; 0 if it named no limit. */
    long demandedTokens() {
        return request.map(wanted -> wanted.limits().maxTokens().orElse(0)).orElse(0L);
    }
}

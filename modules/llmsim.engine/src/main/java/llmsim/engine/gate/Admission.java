package llmsim.engine.gate;

import java.util.Optional;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.exchange.Call;
import llmsim.api.model.Model;
import llmsim.api.prompt.SimRequest;
import llmsim.engine.fault.ErrorPlan;
import llmsim.engine.random.Draws;
import llmsim.engine.random.PendingDraws;

/**
 * A request that asks to be admitted.
 *
 * @param model the name asked for; empty for a call that needs none
 * @param known the same in the catalogue
 * @param unknownAccepted whether models are served that are not in the catalogue
 * @param request what is asked of the model; empty for a query
 * @param hold what it wants to itself
 * @param limitShare what part of the rate limits is there for it, from 0; 1 for all of them
 * @param errors which calls fail on purpose
 * @param pending the call's own streams of randomness
 */
public record Admission(
        Call call,
        ProviderFacts facts,
        String model,
        Optional<Model> known,
        boolean unknownAccepted,
        Optional<SimRequest> request,
        long promptTokens,
        Optional<Operation.Hold> hold,
        double limitShare,
        ErrorPlan errors,
        PendingDraws pending) {

    /** Whether it is a look-up that costs nothing: it names no model and asks for no answer of one. */
    public boolean free() {
        return model.isEmpty() && request.isEmpty();
    }

    /** The call's own streams of randomness; from the first time on, the call counts as one more occurrence. */
    public Draws draws() {
        return pending.get();
    }

    /** Completion tokens that the client demands for each choice; 0 if it named no limit. */
    public long demandedTokens() {
        return request.map(wanted -> wanted.limits().maxTokens().orElse(0)).orElse(0L);
    }
}

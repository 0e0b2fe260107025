package llmsim.engine.flow;

import java.util.Optional;
import java.util.function.Function;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.Outcome;
import llmsim.api.problem.ProblemException;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Usage;
import llmsim.api.spi.ProviderAdapter;
import llmsim.engine.Behaviour;
import llmsim.engine.gate.Admission;
import llmsim.engine.gate.Lease;

/** One parsed call and all that is at hand to answer it. */
record Handling(
        Machinery machinery,
        Behaviour behaviour,
        ProviderAdapter adapter,
        Endpoint endpoint,
        Call call,
        CallServices services,
        Answers answers) {

    /** Passes the gates and goes on, or is refused. */
    Ended admit(Exchange exchange, Admission admission, Function<Account, Ended> next) {
        Lease lease;
        try {
            lease = behaviour.gates().pass(admission);
        } catch (ProblemException refusal) {
            new Failure(refusal).refuse(machinery.listener(), exchange, answers);
            return new Ended(new Outcome.Failed(refusal.problem()), Usage.ofPrompt(0));
        }
        return next.apply(new Account(machinery, exchange, lease, Usage.ofPrompt(admission.promptTokens())));
    }

    Exchange exchange(String model, boolean streaming) {
        return new Exchange(
                call.id(), adapter.name(), endpoint.counter(), model, streaming, call.caller(), call.receivedNanos());
    }

    Admission admission(String model, Optional<SimRequest> request, long promptTokens) {
        return admission(model, request, promptTokens, Optional.empty());
    }

    Admission admission(String model, Optional<SimRequest> request, long promptTokens, Optional<Operation.Hold> hold) {
        return new Admission(
                call,
                adapter.facts(),
                model,
                model.isEmpty() ? Optional.empty() : behaviour.models().find(model),
                behaviour.models().acceptsUnknown(),
                request,
                promptTokens,
                hold.map(wanted -> new Operation.Hold(adapter.name() + "/" + wanted.name(), wanted.taken())));
    }
}

package llmsim.engine.flow;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.ExchangeTrace;
import llmsim.api.exchange.Outcome;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Usage;
import llmsim.api.spi.ProviderAdapter;
import llmsim.api.time.Wake;
import llmsim.engine.Behaviour;
import llmsim.engine.fault.InjectedError;
import llmsim.engine.gate.Admission;
import llmsim.engine.gate.Verdict;

/** One parsed call and all that is at hand to answer it. */
record Handling(
        Machinery machinery,
        Circumstances circumstances,
        ProviderAdapter adapter,
        Endpoint endpoint,
        Call call,
        CallServices services,
        Answers answers) {
    private static final System.Logger LOG = System.getLogger(Handling.class.getName());

    /** The same for a call that is about this model: its answers tell what is left of the model's limits. */
    Handling about(String model) {
        var telling =
                answers.telling(() -> behaviour().gates().limits(call.caller(), model, circumstances.limitShare()));
        return new Handling(machinery, circumstances, adapter, endpoint, call, services, telling);
    }

    /** The snapshot of the behaviour that holds for this call. */
    Behaviour behaviour() {
        return circumstances.behaviour();
    }

    /** Passes the gates and goes on, or is refused, or fails on purpose. */
    Ended admit(Exchange exchange, Admission admission, Function<Account, Ended> next) {
        return admit(exchange, admission, next, this::late);
    }

    /**
     * The same.
     *
     * @param late what is done for an exchange that gets an error after a while; it holds nothing
     */
    Ended admit(
            Exchange exchange,
            Admission admission,
            Function<Account, Ended> next,
            BiFunction<Account, InjectedError, Ended> late) {
        var trace = machinery.begin(exchange, call, admission.request());
        circumstances.incidents().forEach(incident -> trace.faulted("incident " + incident.name()));
        Verdict verdict;
        try {
            verdict = behaviour().gates().check(admission);
        } catch (RuntimeException | Error failure) {
            return Account.empty(machinery, trace).refuse(answers, new Failure(failure));
        }
        return switch (verdict) {
            case Verdict.Pass(var lease) ->
                next.apply(new Account(machinery, trace, lease, Usage.ofPrompt(admission.promptTokens())));
            case Verdict.Refuse(var problem) -> refuse(trace, problem);
            case Verdict.Inject(var error) -> inject(trace, error, late);
        };
    }

    private Ended refuse(ExchangeTrace trace, Problem problem) {
        return Account.empty(machinery, trace).refuse(answers, new Failure(problem.asException()));
    }

    private Ended inject(ExchangeTrace trace, InjectedError error, BiFunction<Account, InjectedError, Ended> late) {
        LOG.log(System.Logger.Level.DEBUG, () -> "request " + call.id() + " gets the error " + error.fault());
        trace.faulted(error.fault());
        return error.delay().isZero()
                ? refuse(trace, error.problem())
                : late.apply(Account.empty(machinery, trace), error);
    }

    /** It counts as active while it waits, for its client does wait; it holds nothing. */
    Ended late(Account account, InjectedError error) {
        return account.keep(answers, _ -> afterDelay(error));
    }

    private Ended afterDelay(InjectedError error) {
        var waiter = machinery.enter();
        try {
            var due = machinery.clock().nanoTime() + error.delay().toNanos();
            if (waiter.await(due) == Wake.CANCELLED) {
                return new Ended(new Outcome.Cancelled(), Usage.ofPrompt(0));
            }
            throw error.problem().asException();
        } finally {
            machinery.done(waiter);
        }
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
                model.isEmpty() ? Optional.empty() : behaviour().models().find(model),
                behaviour().models().acceptsUnknown(),
                request,
                promptTokens,
                hold.map(wanted -> new Operation.Hold(adapter.name() + "/" + wanted.name(), wanted.taken())),
                circumstances.limitShare(),
                behaviour().errors(),
                circumstances.draws());
    }
}

package llmsim.engine.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Caller;
import llmsim.api.exchange.Headers;
import llmsim.api.model.Model;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.OutputLimits;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Usage;
import llmsim.engine.fault.ErrorPlan;
import llmsim.engine.gate.Admission;
import llmsim.engine.gate.Gate;
import llmsim.engine.gate.Lease;
import llmsim.engine.gate.Verdict;
import llmsim.engine.random.Randomness;
import llmsim.engine.random.RunSeed;
import llmsim.engine.trial.TrialAdapter;

/** Requests at the gates of limits. */
record Asking(Gate gate, double share) {
    private static final Randomness RANDOMNESS = new Randomness(RunSeed.of(OptionalLong.of(1)));

    Asking(Gate gate) {
        this(gate, 1);
    }

    /** The same where only this share of the limits is there. */
    Asking at(double other) {
        return new Asking(gate, other);
    }

    static Caller caller(String key) {
        return new Caller(key, "", Map.of());
    }

    /** What came of it. */
    record Answer(Optional<Lease> lease, Optional<Problem> problem) {
        boolean admitted() {
            return lease.isPresent();
        }

        void settle(long prompt, long completion) {
            lease.orElseThrow().settle(Usage.ofPrompt(prompt).withCompletion(completion, 0));
        }

        Duration advice() {
            return problem.orElseThrow().retryAfter().orElseThrow();
        }
    }

    Answer ask(String key, String model, long prompt, long completion) {
        return ask(key, model, prompt, completion, 1);
    }

    Answer ask(String key, String model, long prompt, long completion, int choices) {
        var request = SimRequest.of(model, "Hi")
                .withLimits(completion == 0 ? OutputLimits.NONE : OutputLimits.ofTokens(completion))
                .withChoices(choices);
        return answer(gate.check(admission(key, model, Optional.of(request), prompt)));
    }

    Answer query(String key, String model, long prompt) {
        return answer(gate.check(admission(key, model, Optional.empty(), prompt)));
    }

    private static Answer answer(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Pass(var lease) -> new Answer(Optional.of(lease), Optional.empty());
            case Verdict.Refuse(var problem) -> new Answer(Optional.empty(), Optional.of(problem));
            case Verdict.Inject inject -> throw new IllegalStateException("a limit injects nothing: " + inject);
        };
    }

    private Admission admission(String key, String model, Optional<SimRequest> request, long prompt) {
        var call = new Call(
                "req_1",
                Call.Method.POST,
                "/x",
                Map.of(),
                Map.of(),
                Headers.NONE,
                Body.EMPTY,
                caller(key),
                0,
                Instant.EPOCH);
        return new Admission(
                call,
                TrialAdapter.facts(List.of()),
                model,
                known(model),
                true,
                request,
                prompt,
                Optional.empty(),
                share,
                ErrorPlan.NONE,
                RANDOMNESS.pending(call, request, java.util.OptionalLong.empty()));
    }

    private static Optional<Model> known(String model) {
        var prices = new Model.Prices(2, 10, 0.5);
        return model.startsWith("priced")
                ? Optional.of(new Model(
                        model,
                        model,
                        "me",
                        Optional.empty(),
                        0,
                        0,
                        Set.of("text"),
                        Set.of("text"),
                        false,
                        Optional.of(prices)))
                : Optional.empty();
    }
}

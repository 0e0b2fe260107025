package llmsim.engine.flow;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;
import llmsim.api.exchange.LimitState;
import llmsim.api.problem.Problem;
import llmsim.api.render.Framing;
import llmsim.api.render.Rendering;
import llmsim.api.spi.ProviderAdapter;
import llmsim.api.time.Clock;
import llmsim.engine.Head;
import llmsim.engine.Outlet;

/**
 * Writes whole answers, and the heads of all, with the fields that the provider puts on every answer.
 *
 * @param limits what is left of the caller's limits when it is asked
 */
record Answers(
        ProviderAdapter adapter,
        Endpoint.Explainer explainer,
        Clock clock,
        Call call,
        TrackedOutlet outlet,
        Supplier<LimitState> limits) {
    private static final System.Logger LOG = System.getLogger(Answers.class.getName());

    /** The same into another outlet. */
    Answers to(Outlet other) {
        return new Answers(adapter, explainer, clock, call, new TrackedOutlet(other), limits);
    }

    /** The same with what is known of other limits. */
    Answers telling(Supplier<LimitState> others) {
        return new Answers(adapter, explainer, clock, call, outlet, others);
    }

    /** Whether it is too late for a whole answer. */
    boolean begun() {
        return outlet.begun();
    }

    /** The head of an answer that begins now. */
    Head head(Rendering rendering) {
        var headers = Headers.builder().add("content-type", rendering.contentType());
        if (rendering.framing() == Framing.SSE) {
            headers.add("cache-control", "no-cache");
        }
        addCommon(headers, Optional.empty());
        return new Head(200, rendering.framing(), headers.build());
    }

    void send(Problem problem, Runnable beforeEnd) throws IOException {
        var answer = explain(problem);
        var headers = Headers.builder();
        if (problem instanceof Problem.MethodNotAllowed wrong) {
            headers.add("allow", String.join(", ", wrong.allowed()));
        }
        send(answer, headers, Optional.of(problem), beforeEnd);
    }

    private Answer explain(Problem problem) {
        try {
            return explainer.explain(problem, call);
        } catch (RuntimeException defect) {
            LOG.log(System.Logger.Level.ERROR, () -> adapter.name() + " has no words for " + problem, defect);
            return new PlainAdapter().explain(problem, call);
        }
    }

    /** Sends a whole answer; the action is done before it leaves, when nothing can fail any more but the client. */
    void send(Answer answer, Runnable beforeEnd) throws IOException {
        send(answer, Headers.builder(), Optional.empty(), beforeEnd);
    }

    private void send(Answer answer, Headers.Builder headers, Optional<Problem> problem, Runnable beforeEnd)
            throws IOException {
        headers.add("content-type", answer.contentType());
        answer.headers().forEach(headers::add);
        addCommon(headers, problem);
        outlet.begin(new Head(answer.status(), Framing.WHOLE, headers.build()));
        var body = answer.body().toByteArray();
        beforeEnd.run();
        outlet.write(body, 0, body.length);
        outlet.end();
    }

    private void addCommon(Headers.Builder headers, Optional<Problem> problem) {
        new HeaderFields(adapter.facts(), call, limits.get())
                .addTo(headers, problem.flatMap(Problem::retryAfter), clock.nanoTime());
    }
}

package llmsim.engine.flow;

import java.io.IOException;
import java.util.Optional;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.Outcome;
import llmsim.api.problem.ProblemException;
import llmsim.api.reply.Usage;
import llmsim.api.spi.PacingContext;
import llmsim.api.time.Wake;

/** Answers a query through the same gates as a generation, in the time of a first token if it needs a model. */
final class QueryFlow {
    private final Handling handling;
    private final Operation.Query query;
    private final String model;
    private final Exchange exchange;
    private final Usage usage;

    QueryFlow(Handling handling, Operation.Query query) {
        this.handling = handling;
        this.query = query;
        this.model = query.cost().model().orElse("");
        this.exchange = handling.exchange(model, false);
        this.usage = Usage.ofPrompt(query.cost().promptTokens());
    }

    void run() {
        var lease =
                handling.behaviour().gates().pass(handling.admission(model, Optional.empty(), usage.promptTokens()));
        var listener = handling.machinery().listener();
        Outcome outcome = new Outcome.Defect();
        listener.admitted(exchange);
        try {
            outcome = answer();
        } finally {
            lease.settle(usage);
            listener.ended(
                    exchange, outcome, usage, handling.machinery().clock().nanoTime());
        }
    }

    private Outcome answer() {
        try {
            return query.cost().timed() && !waitForModel() ? new Outcome.Cancelled() : send();
        } catch (IOException _) {
            return new Outcome.Cancelled();
        }
    }

    private Outcome send() throws IOException {
        Answer answer;
        try {
            answer = query.answering().answer(handling.services());
        } catch (ProblemException refusal) {
            handling.answers().send(refusal.problem());
            return new Outcome.Failed(refusal.problem());
        }
        handling.answers().send(answer);
        return new Outcome.Done();
    }

    private boolean waitForModel() {
        var machinery = handling.machinery();
        var random = machinery.randomness().other("gaps");
        var context = new PacingContext(model, usage.promptTokens(), 0, machinery.load(), random);
        var pacing = handling.behaviour().profiles().forModel(model).pace(context);
        var waiter = machinery.enter();
        try {
            return waiter.await(machinery.clock().nanoTime() + Math.max(0, pacing.timeToFirstToken())) == Wake.DUE;
        } finally {
            machinery.done(waiter);
        }
    }
}

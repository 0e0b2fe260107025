package llmsim.engine.flow;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.Outcome;
import llmsim.api.reply.Usage;
import llmsim.api.spi.PacingContext;
import llmsim.api.time.Wake;
import llmsim.engine.gate.Admission;
import llmsim.engine.random.Draws;

/** Answers a query through the same gates as a generation, in the time of a first token if it needs a model. */
final class QueryFlow {
    private final Handling handling;
    private final Operation.Query query;
    private final String model;
    private final Exchange exchange;
    private final Usage usage;

    QueryFlow(Handling handling, Operation.Query query) {
        this.query = query;
        this.model = query.cost().model().orElse("");
        this.handling = handling.about(model);
        this.exchange = handling.exchange(model, false);
        this.usage = Usage.ofPrompt(query.cost().promptTokens());
    }

    void run() {
        var admission = handling.admission(model, Optional.empty(), usage.promptTokens());
        handling.admit(
                exchange,
                admission,
                account -> account.keep(handling.answers(), settling -> answer(admission, settling)));
    }

    private Ended answer(Admission admission, Consumer<Ended> settling) throws IOException {
        if (query.cost().timed() && !waitForModel(admission.draws())) {
            return new Ended(new Outcome.Cancelled(), usage);
        }
        var done = new Ended(new Outcome.Done(), usage);
        handling.answers().send(query.answering().answer(handling.services()), () -> settling.accept(done));
        return done;
    }

    private boolean waitForModel(Draws draws) {
        var machinery = handling.machinery();
        var context = new PacingContext(model, usage.promptTokens(), 0, machinery.load(), draws.happening("gaps", 0));
        var pacing = handling.behaviour().profiles().forModel(model).pace(context);
        var waiter = machinery.enter();
        try {
            return waiter.await(machinery.clock().nanoTime() + Math.max(0, pacing.timeToFirstToken())) == Wake.DUE;
        } finally {
            machinery.done(waiter);
        }
    }
}

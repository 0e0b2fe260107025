package llmsim.engine.flow;

import java.io.IOException;
import java.util.Optional;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.Outcome;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Usage;
import llmsim.api.token.Encoding;
import llmsim.engine.Outlet;
import llmsim.engine.gate.Lease;
import llmsim.engine.random.Ids;

/** Answers a generation: gates, source, player, and the accounts at the end. Used once. */
final class GenerationFlow {
    private final Handling handling;
    private final Machinery machinery;
    private final Operation.Generation generation;
    private final SimRequest request;
    private final Encoding encoding;
    private final Usage prompt;
    private final Exchange exchange;

    GenerationFlow(Handling handling, Operation.Generation generation) {
        this.handling = handling;
        this.machinery = handling.machinery();
        this.generation = generation;
        this.request = generation.request();
        var model = request.prompt().model();
        this.encoding = machinery.tokenizer().encodingFor(model);
        this.prompt = Usage.ofPrompt(new PromptMeter(encoding).count(request.prompt()));
        this.exchange = handling.exchange(model, request.stream());
    }

    /** Answers it; what a logged one used is known only later, where it is played. */
    Ended run() {
        var admission = handling.admission(exchange.model(), Optional.of(request), prompt.promptTokens());
        var lease = handling.behaviour().gates().pass(admission);
        var draws =
                machinery.randomness().admit(request, handling.call().caller().session());
        machinery.listener().admitted(exchange);
        var ids = new Ids(draws.happening("ids", 0));
        var reply = new ReplyPlay(
                handling, generation, exchange, encoding, prompt, draws, ids.apply(generation.idPrefix()), ids);
        return switch (generation.play()) {
            case LIVE -> playAndSettle(reply, handling.answers().outlet(), lease);
            case LOGGED -> playLogged(reply, lease);
        };
    }

    private Ended playAndSettle(ReplyPlay reply, Outlet outlet, Lease lease) {
        var waiter = machinery.enter();
        var ended = new Ended(new Outcome.Defect(), prompt);
        try {
            ended = reply.play(outlet, waiter);
            return ended;
        } finally {
            machinery.done(waiter);
            lease.settle(ended.usage());
            machinery
                    .listener()
                    .ended(
                            exchange,
                            ended.outcome(),
                            ended.usage(),
                            machinery.clock().nanoTime());
        }
    }

    private Ended playLogged(ReplyPlay reply, Lease lease) {
        var log = machinery.logs().open(handling.adapter().name(), reply.id());
        var waiter = machinery.enter();
        try {
            Thread.ofVirtual().name("llmsim-" + reply.id()).start(() -> playAndSettle(reply, log, lease));
            log.follow(-1, handling.answers().outlet(), waiter);
        } catch (IOException _) {
            // Only this client is gone; what it asked for is played on, and counted there.
        } finally {
            machinery.done(waiter);
        }
        return new Ended(new Outcome.Done(), prompt);
    }

    /** How it ended, and what it used. */
    record Ended(Outcome outcome, Usage usage) {}
}

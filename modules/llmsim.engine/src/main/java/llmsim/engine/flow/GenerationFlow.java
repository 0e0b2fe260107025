package llmsim.engine.flow;

import java.io.IOException;
import java.util.Optional;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.Outcome;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Decision;
import llmsim.api.reply.Reply;
import llmsim.api.reply.Usage;
import llmsim.api.time.Waiter;
import llmsim.api.token.Encoding;
import llmsim.engine.random.Draws;
import llmsim.engine.source.Source;
import llmsim.engine.source.Thinking;

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

    void run() {
        var admission = handling.admission(exchange.model(), Optional.of(request), prompt.promptTokens());
        var lease = handling.behaviour().gates().pass(admission);
        var draws = machinery.randomness().admit(request, handling.call().caller().session());
        machinery.listener().admitted(exchange);
        var waiter = machinery.enter();
        var ended = new Ended(new Outcome.Defect(), prompt);
        try {
            ended = answer(draws, waiter);
        } finally {
            machinery.done(waiter);
            lease.settle(ended.usage());
            machinery.listener()
                    .ended(exchange, ended.outcome(), ended.usage(), machinery.clock().nanoTime());
        }
    }

    private Ended answer(Draws draws, Waiter waiter) {
        try {
            return switch (decide(draws)) {
                case Reply reply -> play(reply, draws, waiter);
                case Decision.Refuse(var problem) -> {
                    handling.answers().send(problem);
                    yield new Ended(new Outcome.Failed(problem), prompt);
                }
                case Decision.Raw raw -> new Ended(new RawPlay(machinery, handling.answers(), waiter).play(raw), prompt);
            };
        } catch (IOException _) {
            return new Ended(new Outcome.Cancelled(), prompt);
        }
    }

    private Decision decide(Draws draws) {
        var asked = new Source.Asked(request, handling.call().caller(), draws, encoding);
        return handling.behaviour().sources().stream()
                .flatMap(source -> source.decide(asked).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no source has an answer"));
    }

    private Ended play(Reply reply, Draws draws, Waiter waiter) {
        var thought = new Thinking(encoding).before(reply, request.prompt());
        return new ReplyPlay(handling, generation, exchange, encoding, prompt, draws).play(thought, waiter);
    }

    /** How it ended, and what it used. */
    record Ended(Outcome outcome, Usage usage) {}
}

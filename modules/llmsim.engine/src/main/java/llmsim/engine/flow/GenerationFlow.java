package llmsim.engine.flow;

import java.io.IOException;
import java.util.Optional;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.Outcome;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Usage;
import llmsim.api.time.Waiter;
import llmsim.api.token.Encoding;
import llmsim.engine.random.Draws;
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
        var admission =
                handling.admission(exchange.model(), Optional.of(request), prompt.promptTokens(), generation.hold());
        return handling.admit(exchange, admission, account -> admitted(account, admission.draws()));
    }

    private Ended admitted(Account account, Draws draws) {
        var ids = new Ids(draws.happening("ids", 0));
        var reply = new ReplyPlay(
                handling,
                generation,
                exchange,
                encoding,
                prompt,
                draws,
                ids.apply(generation.idPrefix()),
                ids,
                account::pace);
        return switch (generation.play()) {
            case LIVE -> play(account, reply, handling.answers(), machinery.enter());
            case LOGGED -> playLogged(account, reply);
        };
    }

    private Ended play(Account account, ReplyPlay reply, Answers answers, Waiter waiter) {
        try {
            return account.keep(
                    answers,
                    settling -> account.await(waiter)
                            ? reply.play(answers, waiter, settling)
                            : new Ended(new Outcome.Cancelled(), prompt));
        } finally {
            machinery.done(waiter);
        }
    }

    private Ended playLogged(Account account, ReplyPlay reply) {
        var log = machinery.logs().open(handling.adapter().name(), reply.id());
        var listening = machinery.enter();
        // Entered here, for the time must not move before the new thread runs.
        var playing = machinery.enter();
        try {
            Thread.ofVirtual().name("llmsim-" + reply.id()).start(() -> play(account, reply, log, playing));
            log.follow(-1, handling.answers().outlet(), listening, () -> {});
        } catch (IOException _) {
            // Only this client is gone; what it asked for is played on, and counted there.
        } finally {
            machinery.done(listening);
        }
        return new Ended(new Outcome.Done(), prompt);
    }

    private void play(Account account, ReplyPlay reply, FrameLog log, Waiter waiter) {
        try {
            play(account, reply, handling.answers().to(log), waiter);
        } finally {
            log.close();
        }
    }
}

package llmsim.engine.flow;

import java.util.Optional;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.Operation.Play;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.Outcome;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Usage;
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
        this.handling = handling.about(generation.request().prompt().model());
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
        var ended = handling.admit(exchange, admission, account -> admitted(account, admission.draws()));
        if (ended.outcome() instanceof Outcome.Failed || ended.outcome() instanceof Outcome.Defect) {
            generation.ifFailed().follow(handling.services());
        }
        return ended;
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
                account);
        return switch (generation.play()) {
            case Play.Live _ -> play(account, reply);
            case Play.Logged _, Play.Deferred _ -> new LoggedFlow(handling, account, reply, generation.play()).run();
        };
    }

    private Ended play(Account account, ReplyPlay reply) {
        var answers = handling.answers();
        var waiter = machinery.enter();
        try {
            return account.keep(
                    answers, settling -> reply.play(reply.turn(answers, waiter, Supervision.NONE, settling)));
        } finally {
            machinery.done(waiter);
        }
    }
}

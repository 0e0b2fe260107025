package llmsim.engine.flow;

import java.util.Optional;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.Operation.Play;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.Outcome;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Decision;
import llmsim.api.reply.Usage;
import llmsim.api.token.Encoding;
import llmsim.engine.fault.InjectedError;
import llmsim.engine.random.Draws;
import llmsim.engine.random.Ids;
import llmsim.engine.source.Decided;

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
        var ended = handling.admit(
                exchange,
                admission,
                account -> admitted(account, admission.draws()),
                (account, error) -> late(account, error, admission.draws()));
        if (ended.outcome() instanceof Outcome.Failed || ended.outcome() instanceof Outcome.Defect) {
            generation.ifFailed().follow(handling.services());
        }
        return ended;
    }

    private Ended admitted(Account account, Draws draws) {
        return answer(account, draws, generation.given().map(Decided::of));
    }

    /** Nobody waits for an answer in the background, so it is the answer that has the time-out, and not the client. */
    private Ended late(Account account, InjectedError error, Draws draws) {
        var failing = new Decided(new Decision.Refuse(error.problem()), Optional.of(new LateProfile(error.delay())));
        return generation.play() instanceof Play.Live
                ? handling.late(account, error)
                : answer(account, draws, Optional.of(failing));
    }

    private Ended answer(Account account, Draws draws, Optional<Decided> given) {
        var ids = new Ids(draws.happening("ids", 0));
        var reply = new ReplyPlay(
                handling,
                generation,
                given,
                exchange,
                encoding,
                account.prompt(),
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

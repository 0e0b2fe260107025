package llmsim.engine.flow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.Outcome;
import llmsim.api.problem.Problem;
import llmsim.api.render.Opening;
import llmsim.api.reply.Decision;
import llmsim.api.reply.Reply;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.reply.Usage;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.PacingContext;
import llmsim.api.time.Waiter;
import llmsim.api.time.Wake;
import llmsim.api.token.Encoding;
import llmsim.engine.play.Framer;
import llmsim.engine.play.Player;
import llmsim.engine.play.Staging;
import llmsim.engine.random.Draws;
import llmsim.engine.random.Ids;
import llmsim.engine.source.Decided;
import llmsim.engine.source.Source;
import llmsim.engine.source.Thinking;

/** Decides what an admitted generation is answered with, plays it, and keeps the copies that were asked for. */
record ReplyPlay(
        Handling handling,
        Operation.Generation generation,
        Exchange exchange,
        Encoding encoding,
        Usage prompt,
        Draws draws,
        String id,
        Ids ids,
        UnaryOperator<LatencyProfile> pace) {

    /**
     * Plays it.
     *
     * @param settling told how it ends before the client has the end
     */
    Ended play(Answers answers, Waiter waiter, Consumer<Ended> settling) throws IOException {
        var decided = decide();
        return switch (decided.decision()) {
            case Reply reply -> play(reply, staging(decided.profile()), answers, waiter, settling);
            case Decision.Refuse(var problem) -> refuse(problem, decided.profile(), waiter);
            case Decision.Raw raw ->
                ended(new RawPlay(handling.machinery(), answers.outlet(), waiter)
                        .play(raw, () -> settling.accept(ended(new Outcome.Done()))));
            case Decision.Forward(var upstream) -> {
                handling.machinery().forwarder().forward(upstream, handling.call(), answers.outlet());
                yield ended(new Outcome.Done());
            }
        };
    }

    /** An error that has a pace of its own comes when a first token would have come. */
    private Ended refuse(Problem problem, Optional<LatencyProfile> own, Waiter waiter) {
        var machinery = handling.machinery();
        var context = new PacingContext(
                exchange.model(), prompt.promptTokens(), 0, machinery.load(), draws.happening("gaps", 0));
        var wait = own.map(profile -> profile.pace(context).timeToFirstToken()).orElse(0L);
        if (waiter.await(machinery.clock().nanoTime() + Math.max(0, wait)) == Wake.CANCELLED) {
            return ended(new Outcome.Cancelled());
        }
        throw problem.asException();
    }

    private Ended ended(Outcome outcome) {
        return new Ended(outcome, prompt);
    }

    private Decided decide() {
        var asked = new Source.Asked(
                generation.request(), handling.call(), handling.adapter().facts(), draws, ids, encoding);
        return handling.behaviour().sources().stream()
                .flatMap(source -> source.decide(asked).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no source has an answer"));
    }

    private Ended play(Reply decided, Staging staging, Answers answers, Waiter waiter, Consumer<Ended> settling) {
        var request = generation.request();
        var reply = new Thinking(encoding, draws).before(decided, request.prompt());
        var clock = handling.machinery().clock();
        var opening = new Opening(id, clock.now(), request, prompt, ids, clock::now);
        var copies = generation.keeps().stream()
                .map(keep -> new Copy(keep, opening, handling.services()))
                .toList();
        var framer = framer(answers);
        var stage = staging.stage(reply, request, prompt, draws, clock.nanoTime());
        var player = new Player(stage, waiter, prompt, framer, renderers(opening, framer, copies));
        var outcome = play(player, answers, end -> settling.accept(new Ended(end, player.usage())));
        return new Ended(outcome, player.usage());
    }

    private Outcome play(Player player, Answers answers, Consumer<Outcome> settling) {
        try {
            return player.play(generation.rendering().start(), () -> settling.accept(new Outcome.Done()));
        } catch (RuntimeException | Error failure) {
            return new Failure(failure).tell(answers, player::fail, settling);
        }
    }

    private Staging staging(Optional<LatencyProfile> own) {
        var behaviour = handling.behaviour();
        var model = generation.request().prompt().model();
        var profile = own.orElseGet(() -> behaviour.profiles().forModel(model));
        return new Staging(encoding, pace.apply(profile), handling.machinery().load(), behaviour.reasoningTakesTime());
    }

    private Framer framer(Answers answers) {
        var machinery = handling.machinery();
        return new Framer(
                generation.rendering().framing(),
                () -> answers.head(generation.rendering()),
                answers.outlet(),
                machinery.clock()::nanoTime,
                (due, at, tokens) -> machinery.listener().wrote(exchange, due, at, tokens));
    }

    private Consumer<ReplyEvent> renderers(Opening opening, Framer framer, List<Copy> copies) {
        var renderer = generation.rendering().renderer().open(opening);
        if (copies.isEmpty()) {
            return event -> renderer.render(event, framer);
        }
        var all = new ArrayList<Consumer<ReplyEvent>>();
        // Copies first: a client may ask for what was stored as soon as it has the end of the answer.
        all.addAll(copies);
        all.add(event -> renderer.render(event, framer));
        return event -> all.forEach(each -> each.accept(event));
    }
}

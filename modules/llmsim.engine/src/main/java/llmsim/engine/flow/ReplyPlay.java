package llmsim.engine.flow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.Outcome;
import llmsim.api.problem.ProblemException;
import llmsim.api.render.Opening;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Decision;
import llmsim.api.reply.Reply;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.reply.Usage;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.time.Waiter;
import llmsim.api.token.Encoding;
import llmsim.engine.latency.DrawnProfile;
import llmsim.engine.latency.Normal;
import llmsim.engine.play.FrameWriter;
import llmsim.engine.play.Framer;
import llmsim.engine.play.Player;
import llmsim.engine.play.Staging;
import llmsim.engine.random.Draws;
import llmsim.engine.random.Ids;
import llmsim.engine.source.Decided;
import llmsim.engine.source.Source;
import llmsim.engine.source.Thinking;

/**
 * Decides what an admitted generation is answered with, plays it, and keeps the copies that were asked for.
 *
 * @param given what is decided already; no source is asked then
 */
record ReplyPlay(
        Handling handling,
        Operation.Generation generation,
        Optional<Decided> given,
        Exchange exchange,
        Encoding encoding,
        Usage prompt,
        Draws draws,
        String id,
        Ids ids,
        Account account) {

    private static final Reply NOTHING = Reply.of(Completion.of(List.of()));
    private static final Normal ZERO = new Normal(0, 0);
    private static final LatencyProfile AT_ONCE = new DrawnProfile("at-once", ZERO, ZERO);

    /** Plays it. */
    Ended play(Turn turn) throws IOException {
        var decided = decide();
        return switch (decided.decision()) {
            case Reply reply -> {
                var stage = stage(reply, profile(decided));
                yield perform(stage, new Breaks(this, turn).writer(decided.fault(), stage), turn);
            }
            case Decision.Refuse(var problem) ->
                perform(
                        stage(NOTHING, decided.profile().orElse(AT_ONCE)).failing(problem),
                        FrameWriter.to(turn.answers().outlet()),
                        turn);
            case Decision.Raw raw ->
                bare(
                        turn,
                        () -> new RawPlay(handling.machinery(), turn.answers().outlet(), turn.waiter())
                                .play(raw, () -> turn.settling().accept(ended(new Outcome.Done()))));
            case Decision.Forward(var upstream) ->
                bare(turn, () -> {
                    handling.machinery()
                            .forwarder()
                            .forward(upstream, handling.call(), turn.answers().outlet());
                    return new Outcome.Done();
                });
        };
    }

    /** An answer that is no reply, and so has no opening. */
    private Ended bare(Turn turn, Bare answer) throws IOException {
        turn.supervision().begun(Optional.empty());
        return ended(turn.ready().await().isPresent() ? answer.play() : new Outcome.Cancelled());
    }

    private interface Bare {
        Outcome play() throws IOException;
    }

    /**
     * Where it is played.
     *
     * @param ready what it waits for when it has its opening
     * @param settling told how it ends before the client has the end
     */
    record Turn(
            Answers answers, Waiter waiter, Supervision supervision, Player.Ready ready, Consumer<Ended> settling) {}

    /** A turn that begins when what was promised to the exchange is there. */
    Turn turn(Answers answers, Waiter waiter, Supervision supervision, Consumer<Ended> settling) {
        return new Turn(answers, waiter, supervision, () -> account.await(waiter), settling);
    }

    private Ended ended(Outcome outcome) {
        return new Ended(outcome, prompt);
    }

    private Decided decide() {
        return given.orElseGet(this::ask);
    }

    /** A generator says what a model refuses by throwing it. */
    private Decided ask() {
        var asked = new Source.Asked(
                generation.request(), handling.call(), handling.adapter().facts(), draws, ids, encoding);
        try {
            return handling.behaviour().sources().stream()
                    .flatMap(source -> source.decide(asked).stream())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no source has an answer"));
        } catch (ProblemException refused) {
            return Decided.of(new Decision.Refuse(refused.problem()));
        }
    }

    private LatencyProfile profile(Decided decided) {
        var model = generation.request().prompt().model();
        return decided.profile().orElseGet(() -> handling.behaviour().profiles().forModel(model));
    }

    private Player.Stage stage(Reply decided, LatencyProfile profile) {
        var request = generation.request();
        var machinery = handling.machinery();
        var reply = given.isPresent() ? decided : new Thinking(encoding, draws).before(decided, request.prompt());
        return new Staging(
                        encoding,
                        account.pace(profile),
                        machinery.load(),
                        handling.behaviour().reasoningTakesTime())
                .stage(reply, request, prompt, draws, machinery.clock().nanoTime());
    }

    private Ended perform(Player.Stage stage, FrameWriter writer, Turn turn) {
        var clock = handling.machinery().clock();
        var opening = new Opening(id, clock.now(), generation.request(), prompt, ids, clock::now);
        var framer = framer(turn.answers(), writer);
        var player = new Player(stage, turn.waiter(), prompt, framer, renderers(opening, framer));
        var outcome = new Performance(player, opening, turn).play(generation.rendering());
        return new Ended(outcome, player.usage());
    }

    private Framer framer(Answers answers, FrameWriter writer) {
        var machinery = handling.machinery();
        return new Framer(
                generation.rendering().framing(),
                () -> answers.head(generation.rendering()),
                writer,
                machinery.clock()::nanoTime,
                account.trace()::wrote);
    }

    private Consumer<ReplyEvent> renderers(Opening opening, Framer framer) {
        var renderer = generation.rendering().renderer().open(opening);
        if (generation.keeps().isEmpty()) {
            return event -> renderer.render(event, framer);
        }
        var all = new ArrayList<Consumer<ReplyEvent>>();
        // Copies first: a client may ask for what was stored as soon as it has the end of the answer.
        generation.keeps().forEach(keep -> all.add(new Copy(keep, opening, handling.services())));
        all.add(event -> renderer.render(event, framer));
        return event -> all.forEach(each -> each.accept(event));
    }
}

package llmsim.engine.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.Outcome;
import llmsim.api.render.Opening;
import llmsim.api.reply.Reply;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.reply.Usage;
import llmsim.api.time.Waiter;
import llmsim.api.token.Encoding;
import llmsim.engine.flow.GenerationFlow.Ended;
import llmsim.engine.play.Framer;
import llmsim.engine.play.Player;
import llmsim.engine.play.Staging;
import llmsim.engine.random.Draws;
import llmsim.engine.random.Ids;

/** Plays a reply to the client, and keeps the copies that were asked for. */
record ReplyPlay(
        Handling handling,
        Operation.Generation generation,
        Exchange exchange,
        Encoding encoding,
        Usage prompt,
        Draws draws) {

    Ended play(Reply reply, Waiter waiter) {
        var ids = new Ids(draws.happening("ids", 0));
        var request = generation.request();
        var opening = new Opening(
                ids.apply(generation.idPrefix()), handling.machinery().clock().now(), request, prompt, ids);
        var copies = generation.keeps().stream()
                .map(keep -> new Copy(keep, opening))
                .toList();
        var framer = framer();
        var stage = staging()
                .stage(reply, request, prompt, draws, handling.machinery().clock().nanoTime());
        var player = new Player(stage, waiter, prompt, framer, renderers(opening, framer, copies));
        var outcome = player.play(generation.rendering().start());
        if (outcome instanceof Outcome.Done) {
            copies.forEach(copy -> copy.storeIn(handling.services().scope()));
        }
        return new Ended(outcome, player.usage());
    }

    private Staging staging() {
        var profile =
                handling.behaviour().profiles().forModel(generation.request().prompt().model());
        return new Staging(
                encoding,
                profile,
                handling.machinery().load(),
                handling.behaviour().reasoningTakesTime());
    }

    private Framer framer() {
        var machinery = handling.machinery();
        return new Framer(
                generation.rendering().framing(),
                () -> handling.answers().head(generation.rendering()),
                handling.answers().outlet(),
                machinery.clock()::nanoTime,
                (due, at, tokens) -> machinery.listener().wrote(exchange, due, at, tokens));
    }

    private Consumer<ReplyEvent> renderers(Opening opening, Framer framer, List<Copy> copies) {
        var renderer = generation.rendering().renderer().open(opening);
        if (copies.isEmpty()) {
            return event -> renderer.render(event, framer);
        }
        var all = new ArrayList<Consumer<ReplyEvent>>();
        all.add(event -> renderer.render(event, framer));
        all.addAll(copies);
        return event -> all.forEach(each -> each.accept(event));
    }
}

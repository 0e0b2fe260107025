package llmsim.engine.fault;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import llmsim.api.exchange.Outcome;
import llmsim.api.render.Framing;
import llmsim.api.reply.Reply;
import llmsim.engine.configuration.StreamFault;
import llmsim.engine.trial.Journal;
import llmsim.engine.trial.Reached;
import llmsim.engine.trial.Rig;

/** One answer as it reached a client: broken, or as it would have been. */
record Answered(Reached reached, Journal.Entry exchange, Rig rig) {
    static Answered whole(Reply reply, Framing framing) {
        return of(Rig.automatic(PlainDialect.adapter(framing)).reply(reply));
    }

    static Answered broken(Reply reply, Framing framing, StreamFault fault) {
        return of(Rig.automatic(PlainDialect.adapter(framing)).reply(reply).broken(fault));
    }

    static Answered of(Rig rig) {
        var reached = rig.post("/x");
        return new Answered(reached, rig.journal.only(), rig);
    }

    /** What was written, one text for each write. */
    List<String> writes() {
        return reached.texts();
    }

    String bytes() {
        return new String(reached.bytes(), StandardCharsets.ISO_8859_1);
    }

    Optional<String> fault() {
        return exchange.faults().stream().findFirst();
    }

    Outcome outcome() {
        return exchange.outcome();
    }

    long tokens() {
        return exchange.usage().completionTokens();
    }

    boolean cut() {
        return reached.cutBy() != null;
    }
}

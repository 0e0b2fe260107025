package llmsim.engine.flow;

import java.util.Optional;
import java.util.random.RandomGenerator;
import llmsim.engine.configuration.StreamFault;
import llmsim.engine.fault.Breakable;
import llmsim.engine.play.FrameWriter;
import llmsim.engine.play.Player;

/** Decides whether and how the answer of a reply is broken: by its source, or by chance. */
record Breaks(ReplyPlay reply, ReplyPlay.Turn turn) {
    private static final System.Logger LOG = System.getLogger(Breaks.class.getName());
    private static final String DRAW = "stream-faults";

    /** Who hands its frames over. */
    FrameWriter writer(Optional<StreamFault> own, Player.Stage stage) {
        var luck = reply.handling().behaviour().luck();
        if (own.isEmpty() && luck.isNone()) {
            return FrameWriter.to(turn.answers().outlet());
        }
        var random = reply.draws().happening(DRAW, 0);
        var exchange = reply.exchange();
        var fault = luck.forced().or(() -> own).or(() -> luck.roll(random, exchange.provider(), exchange.model()));
        return fault.map(each -> writer(each, stage, random))
                .orElseGet(() -> FrameWriter.to(turn.answers().outlet()));
    }

    private FrameWriter writer(StreamFault fault, Player.Stage stage, RandomGenerator random) {
        var framing = reply.generation().rendering().framing();
        var breakable = new Breakable(
                framing, turn.answers().outlet(), reply.handling().machinery().clock(), turn.waiter());
        return breakable.admits(fault)
                ? breakable.writer(fault, stage.tokens(), random, () -> tell(fault))
                : FrameWriter.to(turn.answers().outlet());
    }

    private void tell(StreamFault fault) {
        var name = fault.breakage().written();
        LOG.log(System.Logger.Level.DEBUG, () -> "request " + reply.exchange().id() + ": fault " + name);
        reply.account().trace().faulted(name);
    }
}

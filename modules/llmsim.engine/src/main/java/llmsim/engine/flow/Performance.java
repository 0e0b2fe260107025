package llmsim.engine.flow;

import java.util.Optional;
import llmsim.api.exchange.Outcome;
import llmsim.api.render.Opening;
import llmsim.api.render.Rendering;
import llmsim.engine.play.Player;

/** A reply being played, from its opening to its end, however it ends. Used once. */
record Performance(Player player, Opening opening, ReplyPlay.Turn turn) {

    Outcome play(Rendering rendering) {
        try {
            var outcome = player.play(
                    rendering.start(),
                    () -> {
                        turn.supervision().begun(Optional.of(opening));
                        return turn.ready().await();
                    },
                    this::settle);
            if (outcome instanceof Outcome.Cancelled && turn.supervision().calledOff()) {
                player.callOff(() -> settle(outcome));
            }
            return outcome;
        } catch (RuntimeException | Error failure) {
            return new Failure(failure).tell(turn.answers(), player::fail, this::settle);
        }
    }

    private void settle(Outcome outcome) {
        turn.settling().accept(new Ended(outcome, player.usage()));
    }
}

package llmsim.engine.flow;

import java.io.IOException;
import java.util.Optional;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Operation.Play;
import llmsim.api.exchange.Outcome;
import llmsim.api.render.Opening;
import llmsim.api.time.Waiter;

/** Plays an admitted reply into a log on a thread of its own, and gives the caller its part. Used once. */
record LoggedFlow(Handling handling, Account account, ReplyPlay reply, Play play) {

    /** What it used is known only later, where it is played. */
    Ended run() {
        var machinery = handling.machinery();
        var listening = machinery.enter();
        // Entered here, for the time must not move before the new thread runs.
        var playing = machinery.enter();
        var logged = new LoggedPlay(playing);
        var beginning = new Beginning(listening);
        try {
            if (!machinery.logs().add(handling.adapter().name(), reply.id(), logged)) {
                machinery.done(playing);
                return account.keep(handling.answers(), _ -> {
                    throw Logs.full();
                });
            }
            Thread.ofVirtual().name("llmsim-" + reply.id()).start(() -> play(logged, beginning, playing));
            answer(logged, beginning, listening);
        } catch (IOException _) {
            // Only this client is gone; what it asked for is played on, and counted there.
        } finally {
            machinery.done(listening);
        }
        return new Ended(new Outcome.Done(), account.prompt());
    }

    private void play(LoggedPlay logged, Beginning beginning, Waiter playing) {
        var answers = handling.answers().to(logged.log());
        try {
            account.keep(
                    answers,
                    settling -> reply.play(reply.turn(answers, playing, new Watch(logged, beginning), settling)));
        } finally {
            logged.end();
            handling.machinery().logs().end(handling.adapter().name(), reply.id());
            beginning.tell(Optional.empty());
            handling.machinery().done(playing);
        }
    }

    private void answer(LoggedPlay logged, Beginning beginning, Waiter listening) throws IOException {
        var receipt =
                play instanceof Play.Deferred(var made) ? beginning.await().map(made::of) : Optional.<Answer>empty();
        if (receipt.isPresent()) {
            handling.answers().send(receipt.get(), () -> {});
        } else {
            logged.log().follow(-1, handling.answers().outlet(), listening, () -> {});
        }
    }

    private record Watch(LoggedPlay logged, Beginning beginning) implements Supervision {
        @Override
        public void begun(Optional<Opening> opening) {
            beginning.tell(opening);
        }

        @Override
        public boolean calledOff() {
            return logged.calledOff();
        }
    }
}

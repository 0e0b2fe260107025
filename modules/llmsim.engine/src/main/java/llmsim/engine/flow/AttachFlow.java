package llmsim.engine.flow;

import java.io.IOException;
import java.util.Optional;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Outcome;
import llmsim.api.problem.Problem;

/** Lets a client follow an answer that is played into a log. Its tokens are counted where it is played. */
record AttachFlow(Handling handling, Operation.Attach attach) {

    void run() {
        var play = handling.machinery()
                .logs()
                .find(handling.adapter().name(), attach.log())
                .orElseThrow(() -> new Problem.NotStored("answer", attach.log()).asException());
        var admission = handling.admission("", Optional.empty(), 0);
        handling.admit(
                handling.exchange("", true),
                admission,
                account -> account.keep(
                        handling.answers(),
                        settling -> new Ended(
                                follow(
                                        play.log(),
                                        () -> settling.accept(new Ended(new Outcome.Done(), account.prompt()))),
                                account.prompt())));
    }

    private Outcome follow(FrameLog log, Runnable beforeEnd) throws IOException {
        var machinery = handling.machinery();
        var waiter = machinery.enter();
        try {
            var complete = log.follow(attach.after(), handling.answers().outlet(), waiter, beforeEnd);
            return complete ? new Outcome.Done() : new Outcome.Cancelled();
        } finally {
            machinery.done(waiter);
        }
    }
}

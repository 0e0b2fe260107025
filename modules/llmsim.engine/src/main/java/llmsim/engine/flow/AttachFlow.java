package llmsim.engine.flow;

import java.io.IOException;
import java.util.Optional;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Outcome;
import llmsim.api.problem.Problem;
import llmsim.api.reply.Usage;

/** Lets a client follow an answer that is played into a log. Its tokens are counted where it is played. */
record AttachFlow(Handling handling, Operation.Attach attach) {

    void run() {
        var machinery = handling.machinery();
        var log = machinery
                .logs()
                .find(handling.adapter().name(), attach.log())
                .orElseThrow(() -> new Problem.NotStored("answer", attach.log()).asException());
        var exchange = handling.exchange("", true);
        handling.behaviour().gates().pass(handling.admission("", Optional.empty(), 0));
        machinery.listener().admitted(exchange);
        Outcome outcome = new Outcome.Defect();
        try {
            outcome = follow(log);
        } finally {
            machinery
                    .listener()
                    .ended(
                            exchange,
                            outcome,
                            Usage.ofPrompt(0),
                            machinery.clock().nanoTime());
        }
    }

    private Outcome follow(FrameLog log) {
        var machinery = handling.machinery();
        var waiter = machinery.enter();
        try {
            var complete = log.follow(attach.after(), handling.answers().outlet(), waiter);
            return complete ? new Outcome.Done() : new Outcome.Cancelled();
        } catch (IOException _) {
            return new Outcome.Cancelled();
        } finally {
            machinery.done(waiter);
        }
    }
}

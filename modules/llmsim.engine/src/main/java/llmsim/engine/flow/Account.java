package llmsim.engine.flow;

import java.io.IOException;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.Outcome;
import llmsim.api.reply.Usage;
import llmsim.engine.gate.Lease;

/** The accounts of one admitted exchange, of whatever kind: kept once, and settled whatever happens. */
record Account(Machinery machinery, Exchange exchange, Lease lease, Usage prompt) {

    /** What is done for an exchange. An {@link IOException} means that the client is gone. */
    @FunctionalInterface
    interface Work {
        Ended run() throws IOException;
    }

    /** Does the work; what goes wrong is told to the client. */
    Ended keep(Answers answers, Work work) {
        var ended = new Ended(new Outcome.Defect(), prompt);
        try {
            machinery.listener().admitted(exchange);
            ended = attempt(answers, work);
            return ended;
        } finally {
            lease.settle(ended.usage());
            machinery
                    .listener()
                    .ended(
                            exchange,
                            ended.outcome(),
                            ended.usage(),
                            machinery.clock().nanoTime());
        }
    }

    private Ended attempt(Answers answers, Work work) {
        try {
            return work.run();
        } catch (IOException _) {
            return new Ended(new Outcome.Cancelled(), prompt);
        } catch (RuntimeException | Error failure) {
            return new Ended(new Failure(failure).tell(answers, _ -> {}), prompt);
        }
    }
}

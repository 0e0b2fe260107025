package llmsim.engine.flow;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.Consumer;
import llmsim.api.exchange.ExchangeTrace;
import llmsim.api.exchange.Outcome;
import llmsim.api.reply.Usage;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.time.Waiter;
import llmsim.engine.gate.Lease;

/**
 * The accounts of one exchange, of whatever kind: settled once, whatever happens, and before the client has the end of
 * its answer, for it may ask for them at once. Used by one thread.
 */
final class Account {
    private final Machinery machinery;
    private final ExchangeTrace trace;
    private final Lease lease;
    private final Usage prompt;
    private boolean settled;

    Account(Machinery machinery, ExchangeTrace trace, Lease lease, Usage prompt) {
        this.machinery = machinery;
        this.trace = trace;
        this.lease = lease;
        this.prompt = prompt;
    }

    /** The accounts of an exchange that holds nothing, and costs nothing. */
    static Account empty(Machinery machinery, ExchangeTrace trace) {
        return new Account(machinery, trace, Lease.NONE, Usage.ofPrompt(0));
    }

    /** What is done for an exchange. An {@link IOException} means that the client is gone. */
    @FunctionalInterface
    interface Work {
        /** Does it, and tells how it ends before the client has the end. */
        Ended run(Consumer<Ended> settling) throws IOException;
    }

    /** The tokens of the prompt. */
    Usage prompt() {
        return prompt;
    }

    /** Hears what becomes of the exchange. */
    ExchangeTrace trace() {
        return trace;
    }

    /** Returns when what was promised to the exchange is there, or when the waiter is cancelled before; then empty. */
    OptionalLong await(Waiter waiter) {
        return lease.await(waiter) ? OptionalLong.of(machinery.clock().nanoTime()) : OptionalLong.empty();
    }

    /** The pace of the exchange with what it holds. */
    LatencyProfile pace(LatencyProfile profile) {
        return lease.pace(profile);
    }

    /** Does the work of an admitted exchange, and closes the account; what goes wrong is told to the client. */
    Ended keep(Answers answers, Work work) {
        var ended = new Ended(new Outcome.Defect(), prompt);
        answers.outlet().observe(trace);
        try {
            trace.admitted();
            ended = attempt(answers, work);
            return ended;
        } finally {
            settle(ended);
            machinery.underWay().end();
        }
    }

    /** Tells a client that is not admitted, and closes the account; whether it is still there or not, it is counted as refused. */
    Ended refuse(Answers answers, Failure failure) {
        var ended = new Ended(failure.outcome(), prompt);
        answers.outlet().observe(trace);
        try {
            failure.tell(answers, (_, _) -> {}, told -> settle(new Ended(told, prompt)));
            return ended;
        } finally {
            settle(ended);
            machinery.underWay().end();
        }
    }

    /** A client that goes while the end is written to it has been counted already, and is not counted again. */
    private void settle(Ended ended) {
        if (!settled) {
            settled = true;
            lease.settle(ended.usage());
            trace.ended(ended.outcome(), ended.usage(), machinery.clock().nanoTime());
        }
    }

    private Ended attempt(Answers answers, Work work) {
        try {
            return work.run(this::settle);
        } catch (IOException _) {
            return new Ended(new Outcome.Cancelled(), prompt);
        } catch (RuntimeException | Error failure) {
            var outcome = new Failure(failure).tell(answers, (_, _) -> {}, told -> settle(new Ended(told, prompt)));
            return new Ended(outcome, prompt);
        }
    }
}

package llmsim.server;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import llmsim.api.exchange.ExchangeListener;
import llmsim.engine.Resettable;
import llmsim.engine.Simulator;
import llmsim.engine.clock.SystemClock;
import llmsim.engine.journal.Expectation;
import llmsim.engine.journal.Journal;
import llmsim.engine.journal.Verification;
import llmsim.engine.journal.Verifying;
import llmsim.engine.stats.StatisticsSnapshot;
import llmsim.server.assembly.Simulated;

/** A simulator without HTTP. Thread-safe; {@link #close} cancels what is under way. */
public final class InProcess implements AutoCloseable {
    private final Simulated simulated;

    InProcess(Simulated simulated) {
        this.simulated = simulated;
    }

    /** The way in, by calls as a transport delivers them or by requests without an API. Closed with this. */
    public Simulator simulator() {
        return simulated.simulator();
    }

    /** The seed of the run: the one that was given, or the one that was drawn. */
    public long seed() {
        return simulated.seed().value();
    }

    /** The last requests and answers. */
    public Journal.Pages requests() {
        return simulated.simulator().journal().pages();
    }

    /** Whether the last requests are as they are expected; what is wrong is in {@link Verification#text}. */
    public Verification verify(Expectation expectation) {
        return Verifying.verify(requests(), expectation);
    }

    /** Tells one more listener of the exchanges that begin from now on; closed with this if it can be closed. */
    public void listen(ExchangeListener listener) {
        simulated.simulator().listen(listener);
    }

    /** The counters as they are now. */
    public StatisticsSnapshot statistics() {
        return simulated.simulator().statistics();
    }

    /**
     * Changes what requests get from now on: whatever of the builder can be changed while llmsim runs. All or nothing;
     * requests under way keep what they have. What is not named stays as it is, with its counts.
     *
     * @throws IllegalArgumentException with a line for everything that is wrong; then nothing has changed
     */
    public void change(Consumer<LlmSimBuilder> change) {
        var wanted = new LlmSimBuilder();
        change.accept(wanted);
        wanted.change(simulated);
    }

    /** Begins anew: statistics, cursors, limits, stored state, occurrences; all that are named, or none. */
    public void reset(Resettable... what) {
        simulated.reset(Set.of(what));
    }

    /** Refuses all new requests in their provider's words, with 503; those under way go on. */
    public void drain() {
        simulated.drain(true);
    }

    /** Admits requests again after {@link #drain}. */
    public void undrain() {
        simulated.drain(false);
    }

    /**
     * Returns as soon as nothing is active, so that no statistic changes any more by what was asked; {@code false} if
     * something still is after this time, which is the machine's.
     */
    public boolean awaitIdle(Duration within) {
        try (var clock = SystemClock.start()) {
            return simulated.simulator().awaitIdle(clock, within);
        }
    }

    @Override
    public void close() {
        simulated.close();
    }
}

package llmsim.server;

import java.time.Duration;
import llmsim.engine.Simulator;
import llmsim.engine.clock.SystemClock;
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

    /** The counters as they are now. */
    public StatisticsSnapshot statistics() {
        return simulated.simulator().statistics();
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

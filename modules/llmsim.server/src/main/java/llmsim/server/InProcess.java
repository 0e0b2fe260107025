package llmsim.server;

import llmsim.engine.Simulator;
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

    @Override
    public void close() {
        simulated.close();
    }
}

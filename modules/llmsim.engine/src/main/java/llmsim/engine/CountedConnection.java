package llmsim.engine;

import java.util.concurrent.atomic.AtomicBoolean;
import llmsim.engine.stats.Statistics;

/** A connection that the statistics know of from its opening to its first closing. */
final class CountedConnection implements Connection {
    private final Connection connection;
    private final Statistics statistics;
    private final AtomicBoolean closed = new AtomicBoolean();

    CountedConnection(Connection connection, Statistics statistics) {
        this.connection = connection;
        this.statistics = statistics;
        statistics.connected();
    }

    @Override
    public void handle(Incoming message, Outlet outlet) {
        connection.handle(message, outlet);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            statistics.disconnected();
            connection.close();
        }
    }
}

package llmsim.server.http;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.http1.Http1Connection;
import io.helidon.webserver.spi.ServerConnection;
import java.time.Duration;

/** Helidon's handling of a connection, with an end that loses no answer and forgets the connection. */
record TrackedConnection(Http1Connection inner, TcpConnection connection, Connections connections)
        implements ServerConnection, InterruptableTask<Void> {

    @Override
    public void handle(Limit limit) throws InterruptedException {
        try {
            inner.handle(limit);
        } finally {
            connection.linger();
            connections.remove(connection);
        }
    }

    @Override
    public boolean canInterrupt() {
        return inner.canInterrupt() || connection.phase() == Phase.LINGERING;
    }

    /** Never idle, so that Helidon closes nothing: the sweeper does. */
    @Override
    public Duration idleTime() {
        return Duration.ZERO;
    }

    @Override
    public void close(boolean interrupt) {
        inner.close(interrupt);
    }
}

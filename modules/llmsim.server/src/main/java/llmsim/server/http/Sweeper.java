package llmsim.server.http;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import llmsim.api.time.Clock;
import llmsim.api.time.Waiter;
import llmsim.api.time.Wake;
import llmsim.server.settings.ServerSettings;

/**
 * Gives up connections whose clients let them wait too long. It looks at all of them a few times within the shortest
 * patience, and sleeps while there are none.
 */
final class Sweeper implements AutoCloseable {
    private static final long SHORTEST_PERIOD_NANOS = Duration.ofMillis(1).toNanos();
    private static final long LONGEST_PERIOD_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int LOOKS_PER_PATIENCE = 4;

    private final Connections connections;
    private final WebSockets sockets;
    private final ServerSettings.Timeouts timeouts;
    private final Clock clock;
    private final Waiter waiter;
    private final long periodNanos;

    private Sweeper(Connections connections, WebSockets sockets, ServerSettings.Timeouts timeouts, Clock clock) {
        this.connections = connections;
        this.sockets = sockets;
        this.timeouts = timeouts;
        this.clock = clock;
        this.waiter = clock.waiter();
        var shortest = Collections.min(List.of(
                timeouts.header(),
                timeouts.body(),
                timeouts.idle(),
                timeouts.write(),
                sockets.lifetime(),
                HttpLimits.LINGER));
        this.periodNanos = Math.clamp(
                shortest.dividedBy(LOOKS_PER_PATIENCE).toNanos(), SHORTEST_PERIOD_NANOS, LONGEST_PERIOD_NANOS);
    }

    static Sweeper start(Connections connections, WebSockets sockets, ServerSettings.Timeouts timeouts, Clock clock) {
        var sweeper = new Sweeper(connections, sockets, timeouts, clock);
        connections.onFirst(sweeper.waiter::signal);
        Thread.ofVirtual().name("llmsim-sweeper").start(sweeper::run);
        return sweeper;
    }

    private void run() {
        try (waiter) {
            while (waiter.await(nextLook()) != Wake.CANCELLED) {
                var now = clock.nanoTime();
                connections.all().forEach(connection -> look(connection, now));
                sockets.look(now, timeouts.idle());
            }
        }
    }

    private long nextLook() {
        return connections.all().isEmpty() ? Waiter.NEVER : clock.nanoTime() + periodNanos;
    }

    private void look(TcpConnection connection, long now) {
        if (!connection.isOpen()) {
            connections.remove(connection);
        } else if (connection.writeStuckSince(now - timeouts.write().toNanos())) {
            connection.reset();
        } else {
            lookAtPhase(connection, now - connection.since());
        }
    }

    private void lookAtPhase(TcpConnection connection, long waitedNanos) {
        switch (connection.phase()) {
            case IDLE -> closeAfter(timeouts.idle(), connection, Phase.IDLE, waitedNanos);
            case HEAD -> closeAfter(timeouts.header(), connection, Phase.HEAD, waitedNanos);
            case LINGERING -> closeAfter(HttpLimits.LINGER, connection, Phase.LINGERING, waitedNanos);
            case BODY -> {
                if (waitedNanos > timeouts.body().toNanos()) {
                    connection.expireBody();
                }
            }
            case SOCKET_MESSAGE -> closeAfter(timeouts.body(), connection, Phase.SOCKET_MESSAGE, waitedNanos);
            case SOCKET_CLOSING -> closeAfter(HttpLimits.LINGER, connection, Phase.SOCKET_CLOSING, waitedNanos);
            case ANSWERING, BODY_EXPIRED, SOCKET_IDLE, SOCKET_ANSWERING, CLOSED -> {}
        }
    }

    private static void closeAfter(Duration patience, TcpConnection connection, Phase phase, long waitedNanos) {
        if (waitedNanos > patience.toNanos() && connection.pass(phase, Phase.CLOSED)) {
            connection.close();
        }
    }

    /** Ends the looking. */
    @Override
    public void close() {
        waiter.cancel();
    }
}

package llmsim.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import llmsim.api.time.Clock;

/** All open connections of a server, up to a maximum. Thread-safe. */
final class Connections {
    private static final String FULL_BODY =
            "{\"error\":{\"message\":\"The server has as many connections as it takes\",\"type\":\"overloaded\"}}";
    private static final byte[] FULL = ("HTTP/1.1 503 Service Unavailable\r\ncontent-type: application/json\r\n"
                    + "content-length: " + FULL_BODY.length() + "\r\nconnection: close\r\n\r\n" + FULL_BODY)
            .getBytes(StandardCharsets.US_ASCII);

    private final Map<Endpoints, TcpConnection> open = new ConcurrentHashMap<>();
    private final int maximum;
    private final Clock clock;
    private volatile Runnable firstCame = () -> {};
    private volatile boolean draining;

    Connections(int maximum, Clock clock) {
        this.maximum = maximum;
        this.clock = clock;
    }

    /** What to do whenever there is a connection where there was none. */
    void onFirst(Runnable action) {
        firstCame = action;
    }

    /**
     * Takes a new connection in.
     *
     * @throws IOException if it is already gone, or one too many; the caller closes it
     */
    void add(SocketChannel channel) throws IOException {
        if (draining) {
            throw new IOException("the server is stopping");
        }
        if (open.size() >= maximum) {
            // The send buffer of a new connection is empty, so this cannot block the thread that accepts.
            channel.write(ByteBuffer.wrap(FULL));
            throw new IOException("too many connections");
        }
        var endpoints = new Endpoints(
                Objects.requireNonNull(channel.getLocalAddress()), Objects.requireNonNull(channel.getRemoteAddress()));
        open.put(endpoints, new TcpConnection(endpoints, channel, clock));
        if (open.size() == 1) {
            firstCame.run();
        }
    }

    Optional<TcpConnection> find(Endpoints endpoints) {
        return Optional.ofNullable(open.get(endpoints));
    }

    /** Forgets a connection, however it ended. */
    void remove(TcpConnection connection) {
        open.remove(connection.endpoints(), connection);
    }

    /** A live view. */
    Collection<TcpConnection> all() {
        return open.values();
    }

    boolean isDraining() {
        return draining;
    }

    /** From now on no connection is taken in, and every answer ends its connection. */
    void drain() {
        draining = true;
    }

    /** Breaks off whatever is still open. */
    void cut() {
        all().forEach(TcpConnection::reset);
    }
}

package llmsim.server.http;

import io.helidon.common.buffers.DataReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import llmsim.api.time.Clock;
import llmsim.server.settings.ServerSettings;

/** All WebSockets of a server, up to a maximum. Thread-safe. */
final class WebSockets {
    private final ServerSettings settings;
    private final Clock clock;
    private final BodyMemory memory;
    private final AtomicInteger reserved = new AtomicInteger();
    private final Map<WebSocket, Long> open = new ConcurrentHashMap<>();
    private volatile boolean draining;

    WebSockets(ServerSettings settings, Clock clock, BodyMemory memory) {
        this.settings = settings;
        this.clock = clock;
        this.memory = memory;
    }

    int maximum() {
        return settings.webSockets().maximum();
    }

    Duration lifetime() {
        return settings.webSockets().lifetime();
    }

    /** Places that are taken. */
    int reserved() {
        return reserved.get();
    }

    /** Takes a place; whether there was one. */
    boolean reserve() {
        if (reserved.incrementAndGet() <= maximum()) {
            return true;
        }
        reserved.decrementAndGet();
        return false;
    }

    /** A WebSocket for a place that was taken; it gives the place back when it is over. */
    WebSocket make(TcpConnection connection, SocketTalk talk) {
        return new WebSocket(connection, talk, this::forget);
    }

    private void forget(WebSocket socket) {
        open.remove(socket);
        reserved.decrementAndGet();
    }

    /** Reads a WebSocket whose handshake was answered until its end. */
    void read(WebSocket socket, DataReader reader) throws IOException {
        open.put(socket, clock.nanoTime());
        if (draining) {
            dismiss(socket);
        }
        new SocketReader(reader, settings.maxBodyBytes(), memory, socket).readAll();
    }

    /** Closes those that are idle at once, and the others when what they answer has ended. */
    void drain() {
        draining = true;
        // All of them are told before any client is.
        var idle = open.keySet().stream().filter(WebSocket::leave).toList();
        idle.forEach(socket -> apart(socket::goAway));
    }

    /** Closes those on which nothing happened for too long, and those whose time is over. */
    void look(long now, Duration idle) {
        open.forEach((socket, opened) -> {
            if (now - opened > lifetime().toNanos() && open.remove(socket, opened)) {
                apart(() -> socket.expire(lifetime()));
            } else if (socket.giveUp(now - idle.toNanos())) {
                apart(socket::goAway);
            }
        });
    }

    private static void dismiss(WebSocket socket) {
        if (socket.leave()) {
            apart(socket::goAway);
        }
    }

    /** What writes may have to wait for a client; nobody else shall wait with it. */
    private static void apart(Runnable farewell) {
        Thread.ofVirtual().name("llmsim-websocket-farewell").start(farewell);
    }
}

package llmsim.server.http;

import io.helidon.webserver.CloseConnectionException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import llmsim.api.dialect.Endpoint;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.spi.ProviderAdapter;
import llmsim.engine.Entrance;
import llmsim.engine.Head;
import llmsim.engine.Incoming;
import llmsim.engine.Outlet;

/**
 * Opens WebSockets at the paths at which an adapter takes messages; paths with braces are not among them. Everywhere
 * else an upgrade is ignored. Thread-safe.
 */
final class SocketDoor {
    private final Entrance entrance;
    private final Dispatcher dispatcher;
    private final Cors cors;
    private final WebSockets sockets;
    private final Map<String, Set<String>> paths;

    SocketDoor(Entrance entrance, Dispatcher dispatcher, Cors cors, WebSockets sockets) {
        this.entrance = entrance;
        this.dispatcher = dispatcher;
        this.cors = cors;
        this.sockets = sockets;
        this.paths = entrance.adapters().stream()
                .collect(Collectors.toUnmodifiableMap(ProviderAdapter::name, SocketDoor::messagePaths));
    }

    private static Set<String> messagePaths(ProviderAdapter adapter) {
        return adapter.endpoints().stream()
                .filter(endpoint -> endpoint.method() == Call.Method.MESSAGE)
                .map(Endpoint::path)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What becomes of a request. One that is to be opened has a place among the WebSockets, and must be served. */
    Decision decide(RawRequest request) {
        var handshake = SocketHandshake.in(request);
        var target = handshake.flatMap(_ -> target(request));
        if (handshake.isEmpty() || target.isEmpty()) {
            return new Shut();
        }
        var problem = handshake
                .get()
                .problem()
                .or(() -> foreign(request.headers()))
                .or(() -> entrance.refusal(target.get().prefix(), message(handshake.get(), target.get())));
        if (problem.isPresent()) {
            return new Refused(problem.get());
        }
        return sockets.reserve() ? new Opened(handshake.get(), target.get()) : new Refused(full());
    }

    private Optional<RequestTarget> target(RawRequest request) {
        try {
            return Optional.of(RequestTarget.parse(request.path(), request.query()))
                    .filter(target ->
                            paths.getOrDefault(target.prefix(), Set.of()).contains(target.path()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** What every message is by the handshake, but for its body. */
    private static Incoming message(SocketHandshake handshake, RequestTarget target) {
        return new Incoming(Call.Method.MESSAGE, target.path(), target.query(), handshake.headers(), Body.EMPTY);
    }

    private Optional<Problem> foreign(Headers headers) {
        return headers.first("origin")
                .filter(origin -> !cors.admits(origin))
                .map(_ -> Problem.Stated.of(Category.PERMISSION, "Pages of this origin may not open a WebSocket"));
    }

    private Problem full() {
        return Problem.Stated.of(
                Category.UNAVAILABLE, "The server has as many WebSocket connections as it takes: " + sockets.maximum());
    }

    /** Answers a handshake that fails. */
    void refuse(RawRequest request, Refused refused, Outlet outlet) {
        dispatcher.refuse(request, refused.problem, new WithVersion(outlet));
    }

    /** Serves a WebSocket until its end, and returns how to end its connection. */
    CloseConnectionException serve(Opened opened, TrackedContext context) {
        var target = opened.target;
        var first = message(opened.handshake, target);
        var connection = entrance.connect(target.prefix());
        var talk = new SocketTalk(entrance, target.prefix(), connection, first);
        var socket = sockets.make(context.connection(), talk);
        try {
            socket.begin(opened.handshake.answer());
            sockets.read(socket, context.dataReader());
            return new CloseConnectionException("the WebSocket is over");
        } catch (IOException e) {
            return new CloseConnectionException("the client is gone", e);
        } finally {
            socket.readerEnded();
        }
    }

    /** What becomes of a request. */
    sealed interface Decision {}

    /** It is no handshake. */
    record Shut() implements Decision {}

    /** It is one that fails. */
    record Refused(Problem problem) implements Decision {}

    /** It is one that succeeds. */
    record Opened(SocketHandshake handshake, RequestTarget target) implements Decision {}

    /** Says which version would be right. */
    private record WithVersion(Outlet inner) implements Outlet {
        @Override
        public void begin(Head head) throws IOException {
            var headers = Headers.builder().add("sec-websocket-version", SocketHandshake.VERSION);
            head.headers().forEach(headers::add);
            inner.begin(new Head(head.status(), head.framing(), headers.build()));
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            inner.write(bytes, offset, length);
        }

        @Override
        public void end() throws IOException {
            inner.end();
        }
    }
}

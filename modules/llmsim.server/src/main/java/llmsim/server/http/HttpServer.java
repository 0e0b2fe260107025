package llmsim.server.http;

import io.helidon.common.socket.SocketOptions;
import io.helidon.http.media.MediaContext;
import io.helidon.webserver.ErrorHandling;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import llmsim.api.time.Clock;
import llmsim.api.time.Waiter;
import llmsim.api.time.Wake;
import llmsim.engine.Entrance;
import llmsim.server.settings.ServerSettings;

/**
 * Serves an entrance over HTTP/1.1: {@code /{provider}{path}} for every adapter, and system routes beside them.
 * Thread-safe.
 */
public final class HttpServer implements AutoCloseable {
    private static final Duration NEVER = Duration.ofDays(10_000);

    /** How long answers that were cut may take to notice it before their threads are interrupted. */
    private static final Duration AFTER_CUT = Duration.ofSeconds(1);

    private final WebServer webServer;
    private final Connections connections;
    private final WebSockets sockets;
    private final Occupancy occupancy;
    private final Sweeper sweeper;
    private final Front front;
    private final Clock clock;
    private final Duration grace;
    private final int port;

    private HttpServer(
            WebServer webServer,
            Connections connections,
            WebSockets sockets,
            Occupancy occupancy,
            Sweeper sweeper,
            Front front,
            Clock clock,
            Duration grace) {
        this.webServer = webServer;
        this.connections = connections;
        this.sockets = sockets;
        this.occupancy = occupancy;
        this.sweeper = sweeper;
        this.front = front;
        this.clock = clock;
        this.grace = grace;
        this.port = webServer.port();
    }

    /** The same without a gate before the system routes. */
    public static HttpServer start(
            Entrance entrance, ServerSettings settings, Clock clock, List<SystemRoute> systemRoutes) {
        return start(entrance, settings, clock, _ -> systemRoutes, SystemGate.OPEN);
    }

    /**
     * Starts a server; it listens when this returns.
     *
     * @param clock by which clients are given up, so one that goes by itself, also where the engine's does not
     * @param systemRoutes are made for what the server holds
     * @param gate stands before the system routes
     * @throws IllegalArgumentException if there is TLS without a certificate and its key
     * @throws ListenException if it cannot listen
     */
    public static HttpServer start(
            Entrance entrance,
            ServerSettings settings,
            Clock clock,
            Function<Occupancy, List<SystemRoute>> systemRoutes,
            SystemGate gate) {
        HelidonLog.quieten();
        var address = ListenAddress.check(settings.host(), settings.port());
        var connections = new Connections(settings.maxConnections(), clock);
        var cors = new Cors(settings.corsOrigin());
        var memory = new BodyMemory(settings.maxBufferedBytes(), settings.maxBodyBytes());
        var sockets = new WebSockets(settings, clock, memory);
        var occupancy = new Occupancy(connections, sockets, memory);
        var dispatcher = new Dispatcher(entrance, new SystemRoutes(systemRoutes.apply(occupancy), gate), cors);
        var door = new SocketDoor(entrance, dispatcher, cors, sockets);
        var front = new Front(connections, dispatcher, new HttpDate(clock), cors, door);
        var webServer = webServer(settings, address, connections, memory, front).start();
        if (!webServer.isRunning()) {
            throw new ListenException("Cannot listen on " + address + ": it was taken just now");
        }
        var sweeper = Sweeper.start(connections, sockets, settings.timeouts(), clock);
        return new HttpServer(
                webServer, connections, sockets, occupancy, sweeper, front, clock, settings.shutdownGrace());
    }

    private static WebServer webServer(
            ServerSettings settings,
            InetSocketAddress address,
            Connections connections,
            BodyMemory memory,
            Front front) {
        var http1 = Http1Config.builder()
                .maxPrologueLength(HttpLimits.REQUEST_LINE_BYTES)
                .maxHeadersSize(HttpLimits.HEADER_BYTES)
                .validateRequestHeaders(true)
                .validatePath(true)
                // It would refuse the brackets that SDKs send; RequestTarget reads the query.
                .validatePrologue(false);
        var selector = Http1ConnectionSelector.builder().config(http1.build()).build();
        var server = WebServer.builder();
        settings.tls().map(TlsIdentity::read).map(TlsIdentity::tls).ifPresent(server::tls);
        return server.featuresDiscoverServices(false)
                .protocolsDiscoverServices(false)
                .mediaContext(MediaContext.builder()
                        .mediaSupportsDiscoverServices(false)
                        .build())
                .contentEncoding(IdentityCoding.only())
                .shutdownHook(false)
                .bindAddress(address)
                .addConnectionSelector(
                        new TrackedSelector(selector, front, connections, settings.maxBodyBytes(), memory))
                .connectionOptions(new CatchingOptions(
                        SocketOptions.builder().tcpNoDelay(true).build(), connections))
                .directHandlers(new ProtocolErrors(front, new Cors(settings.corsOrigin()), settings.maxBodyBytes())
                        .forEveryType())
                .errorHandling(ErrorHandling.builder().includeEntity(true).build())
                .maxPayloadSize(settings.maxBodyBytes())
                .idleConnectionTimeout(NEVER)
                .idleConnectionPeriod(NEVER)
                .shutdownGracePeriod(settings.shutdownGrace().plus(AFTER_CUT))
                .build();
    }

    /** The port that it listens on. */
    public int port() {
        return port;
    }

    /** Number of open connections, half-open ones among them. */
    public int openConnections() {
        return occupancy.connections();
    }

    /** Number of open WebSockets, those among them whose last answer has not noticed their end yet. */
    public int openWebSockets() {
        return occupancy.webSockets();
    }

    /** Bytes of bodies that are held in memory, of all requests under way. */
    public long bufferedBytes() {
        return occupancy.bufferedBytes();
    }

    /**
     * Stops: at once no request is taken any more; open answers may end within the grace, and are cut after it. Returns
     * when all is over.
     */
    @Override
    public void close() {
        connections.drain();
        sockets.drain();
        var waiter = clock.waiter();
        Thread.ofVirtual().name("llmsim-shutdown").start(() -> cutAfterGrace(waiter));
        webServer.stop();
        waiter.cancel();
        connections.cut();
        sweeper.close();
        front.empty();
    }

    private void cutAfterGrace(Waiter waiter) {
        try (waiter) {
            if (waiter.await(clock.nanoTime() + grace.toNanos()) == Wake.DUE) {
                connections.cut();
            }
        }
    }
}

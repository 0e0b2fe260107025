package llmsim.server.assembly;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import llmsim.api.time.Clock;
import llmsim.engine.clock.SystemClock;
import llmsim.server.admin.AdminRoutes;
import llmsim.server.admin.JournalRoutes;
import llmsim.server.admin.OriginGate;
import llmsim.server.http.HttpServer;
import llmsim.server.http.Occupancy;
import llmsim.server.http.SystemGate;
import llmsim.server.http.SystemRoute;
import llmsim.server.metrics.MetricsRoute;
import llmsim.server.mock.MockWatch;
import llmsim.server.openapi.OpenApi;
import llmsim.server.settings.MetricsRows;
import llmsim.server.web.Dashboard;

/** A simulator that is served over HTTP. Thread-safe. */
public final class Running implements AutoCloseable {
    private final Simulated simulated;
    private final HttpServer server;
    private final SystemClock transportClock;
    private final String host;
    private final Optional<MockWatch> mocks;

    private Running(Simulated simulated, HttpServer server, SystemClock transportClock, String host) {
        this.simulated = simulated;
        this.server = server;
        this.transportClock = transportClock;
        this.host = host;
        this.mocks = watch(simulated, transportClock);
    }

    /** Starts a server; it listens when this returns. {@link llmsim.server.http.ListenException} if it cannot. */
    public static Running start(Simulated simulated) {
        var settings = simulated.setup().configuration().server();
        var simulator = simulated.simulator();
        var transportClock = SystemClock.start();
        try {
            var gate = gate(simulated.setup());
            var server = HttpServer.start(
                    simulator, settings, transportClock, occupancy -> routes(simulated, occupancy), gate);
            simulated.warmUp();
            return new Running(simulated, server, transportClock, settings.host());
        } catch (RuntimeException e) {
            transportClock.close();
            simulated.close();
            throw e;
        }
    }

    private static List<SystemRoute> routes(Simulated simulated, Occupancy occupancy) {
        var simulator = simulated.simulator();
        var vllmNames = simulated.setup().values().get(MetricsRows.VLLM_NAMES);
        var routes = new ArrayList<SystemRoute>();
        routes.add(StatsRoute.of(simulator::statistics));
        routes.add(MetricsRoute.of(simulator, occupancy, Version.text(), vllmNames));
        routes.addAll(AdminRoutes.of(simulated));
        routes.addAll(new JournalRoutes(simulator.journal()).all());
        routes.addAll(Dashboard.routes());
        return OpenApi.with(routes, Version.text());
    }

    private static SystemGate gate(Setup setup) {
        var token = setup.configuration().access().adminToken();
        var origins = new OriginGate(setup.configuration().server().host(), token.isPresent());
        var tokens = AdminGate.of(token);
        return incoming -> origins.refusal(incoming).or(() -> tokens.refusal(incoming));
    }

    private static Optional<MockWatch> watch(Simulated simulated, Clock clock) {
        var setup = simulated.setup();
        return setup.mocks().files().isEmpty()
                ? Optional.empty()
                : Optional.of(MockWatch.start(setup.mocks(), simulated::readMocks, clock));
    }

    /** What is served. */
    public Simulated simulated() {
        return simulated;
    }

    /** The clock by which clients are given up: always the machine's. */
    public Clock transportClock() {
        return transportClock;
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    /** The address of the server, for clients on this machine. */
    public URI uri() {
        return URI.create(scheme() + reachable(host) + ":" + port());
    }

    /** The base URL that the provider's own SDKs expect; {@link IllegalArgumentException} if it is not served. */
    public URI baseUri(String provider) {
        var adapters = simulated.simulator().adapters();
        return adapters.stream()
                .filter(adapter -> adapter.name().equals(provider))
                .findFirst()
                .map(adapter ->
                        URI.create(uri() + "/" + provider + adapter.facts().sdkBasePath()))
                .orElseThrow(() -> new IllegalArgumentException("the provider '" + provider
                        + "' is not served; choices: "
                        + String.join(
                                ", ",
                                adapters.stream().map(adapter -> adapter.name()).toList())));
    }

    private String scheme() {
        return simulated.setup().configuration().server().tls().isPresent() ? "https://" : "http://";
    }

    private static String reachable(String host) {
        return switch (host) {
            case "0.0.0.0", "::", "[::]" -> "localhost";
            default -> host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        };
    }

    /** Takes no new request, lets open answers end within the grace, and returns when all is over. */
    @Override
    public void close() {
        mocks.ifPresent(MockWatch::close);
        server.close();
        transportClock.close();
        simulated.close();
    }
}

package llmsim.server.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import llmsim.engine.Entrance;
import llmsim.engine.clock.SystemClock;
import llmsim.server.settings.ServerSettings;

/** Servers under test: on the loopback address, any port, small limits, long patience. */
final class TestServers {
    static final int MAX_BODY_BYTES = 64 * 1024;
    static final int MAX_BUFFERED_BYTES = 1 << 30;
    private static final SystemClock CLOCK = SystemClock.start();
    private static final Duration LONG = Duration.ofMinutes(5);
    static final ServerSettings.Timeouts PATIENT = new ServerSettings.Timeouts(LONG, LONG, LONG, LONG);

    private TestServers() {}

    static ServerSettings settings(ServerSettings.Timeouts timeouts) {
        return new ServerSettings(
                "127.0.0.1", 0, MAX_BODY_BYTES, MAX_BUFFERED_BYTES, 2_000, timeouts, Duration.ofSeconds(30), "*");
    }

    static ServerSettings settings(ServerSettings.Timeouts timeouts, ServerSettings.WebSockets webSockets) {
        return new ServerSettings(
                "127.0.0.1",
                0,
                MAX_BODY_BYTES,
                MAX_BUFFERED_BYTES,
                2_000,
                timeouts,
                Duration.ofSeconds(30),
                "*",
                webSockets,
                Optional.empty());
    }

    static HttpServer start(Entrance entrance) {
        return start(entrance, settings(PATIENT));
    }

    static HttpServer start(Entrance entrance, ServerSettings settings) {
        return HttpServer.start(entrance, settings, CLOCK, List.of());
    }
}

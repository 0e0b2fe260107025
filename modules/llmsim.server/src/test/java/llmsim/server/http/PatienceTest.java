package llmsim.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import llmsim.server.settings.ServerSettings;
import org.junit.jupiter.api.Test;

/** Rules HTTP-24 to HTTP-28. */
class PatienceTest {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMinutes(5);

    private static HttpServer server(ServerSettings.Timeouts timeouts) {
        return TestServers.start(FakeEntrance.echoing(), TestServers.settings(timeouts));
    }

    @Test
    void aClientThatSendsNothing() throws Exception {
        try (var server = server(new ServerSettings.Timeouts(LONG, LONG, SHORT, LONG));
                var client = RawClient.connect(server)) {
            assertThat(client.untilClosed()).isEmpty();
            Eventually.holds("the connection is forgotten", () -> server.openConnections() == 0);
        }
    }

    @Test
    void aClientThatSendsNoSecondRequest() throws Exception {
        try (var server = server(new ServerSettings.Timeouts(LONG, LONG, Duration.ofSeconds(1), LONG));
                var client = RawClient.connect(server)) {
            assertThat(client.get("/health").status()).isEqualTo(200);
            assertThat(client.untilClosed()).isEmpty();
        }
    }

    @Test
    void aClientThatSendsHalfAHead() throws Exception {
        try (var server = server(new ServerSettings.Timeouts(SHORT, LONG, LONG, LONG));
                var client = RawClient.connect(server)) {
            client.send("GET /fake/x HTTP/1.1\r\nHost: x\r\nX-A");
            assertThat(client.untilClosed()).isEmpty();
            Eventually.holds("the connection is forgotten", () -> server.openConnections() == 0);
        }
    }

    @Test
    void aClientThatDripsItsHead() throws Exception {
        try (var server = server(new ServerSettings.Timeouts(Duration.ofMillis(200), LONG, LONG, LONG));
                var client = RawClient.connect(server)) {
            client.send("GET /fake/x HTTP/1.1\r\nHost: x\r\n");
            Eventually.holds("the connection is given up", () -> {
                try {
                    client.send("X: y\r\n");
                } catch (IOException _) {
                    // already
                }
                return server.openConnections() == 0;
            });
        }
    }

    @Test
    void aClientThatSendsHalfABodyIsToldSo() throws Exception {
        try (var server = server(new ServerSettings.Timeouts(LONG, SHORT, LONG, LONG))) {
            for (var framing : new String[] {"Content-Length: 10", "Transfer-Encoding: chunked"}) {
                try (var client = RawClient.connect(server)) {
                    client.send("POST /fake/x HTTP/1.1\r\nHost: x\r\n" + framing + "\r\n\r\n5\r\nhe");
                    var response = client.response();
                    assertThat(response.status()).as(response.toString()).isEqualTo(408);
                    assertThat(response.body()).contains("\"provider\":\"fake\"", "in time");
                    client.socket().shutdownOutput();
                    assertThat(client.untilClosed()).isEmpty();
                }
            }
            Eventually.holds("the connections are forgotten", () -> server.openConnections() == 0);
        }
    }

    @Test
    void aClientThatReadsNothing() throws Exception {
        var endless = new FakeEntrance((_, outlet) -> {
            FakeEntrance.beginStream(outlet);
            while (true) {
                FakeEntrance.event(outlet, "x".repeat(100_000));
            }
        });
        var timeouts = new ServerSettings.Timeouts(LONG, LONG, LONG, Duration.ofMillis(200));
        try (var server = TestServers.start(endless, TestServers.settings(timeouts));
                var client = RawClient.connect(server)) {
            client.send("GET /fake/x HTTP/1.1\r\nHost: x\r\n\r\n");
            Eventually.holds("the answer breaks", () -> endless.broken() == 1);
            Eventually.holds("the connection is forgotten", () -> server.openConnections() == 0);
        }
    }

    @Test
    void aClientThatIsGivenUpButSendsOn() throws Exception {
        try (var server = server(TestServers.PATIENT);
                var client = RawClient.connect(server)) {
            client.send("GARBAGE\r\n\r\n");
            assertThat(client.response().status()).isEqualTo(400);
            Eventually.holds("the connection is given up", () -> {
                try {
                    client.send("more");
                } catch (IOException _) {
                    // already
                }
                return server.openConnections() == 0;
            });
        }
    }
}

package llmsim.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import llmsim.server.settings.ServerSettings;
import org.junit.jupiter.api.Test;

/** Rule HTTP-34. */
class ConnectionLimitTest {
    @Test
    void oneConnectionTooManyIsToldSo() throws Exception {
        var settings = new ServerSettings("127.0.0.1", 0, 1_000, 1_000, 3, TestServers.PATIENT, Duration.ZERO, "*");
        try (var server = TestServers.start(FakeEntrance.echoing(), settings)) {
            var clients = new ArrayList<RawClient>();
            for (var i = 0; i < 3; i++) {
                clients.add(RawClient.connect(server));
                assertThat(clients.getLast().get("/health").status()).isEqualTo(200);
            }
            try (var tooMany = RawClient.connect(server)) {
                assertThat(tooMany.response().status()).isEqualTo(503);
                assertThat(tooMany.untilClosed()).isEmpty();
            }
            clients.removeFirst().close();
            Eventually.holds("there is room again", () -> server.openConnections() == 2);
            try (var next = RawClient.connect(server)) {
                assertThat(next.get("/health").status()).isEqualTo(200);
            }
            for (var client : clients) {
                client.close();
            }
            Eventually.holds("all are forgotten", () -> server.openConnections() == 0);
        }
    }
}

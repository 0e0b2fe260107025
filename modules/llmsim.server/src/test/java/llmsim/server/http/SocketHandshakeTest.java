package llmsim.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import llmsim.server.settings.ServerSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules HTTP-37 and HTTP-38. */
class SocketHandshakeTest {
    private final FakeEntrance entrance = FakeEntrance.echoing();
    private final HttpServer server = TestServers.start(
            entrance, TestServers.settings(TestServers.PATIENT, new ServerSettings.WebSockets(2, Duration.ofHours(1))));

    @AfterEach
    void stop() {
        server.close();
    }

    private RawClient.Response answer(String handshake) throws IOException {
        try (var client = RawClient.connect(server)) {
            return client.send(handshake).response();
        }
    }

    private static String good() {
        return SocketClient.handshake("/fake/talk");
    }

    @Test
    void aHandshakeIsAnsweredWithItsKey() throws Exception {
        var response = answer(good());
        assertThat(response.status()).isEqualTo(101);
        assertThat(response.header("upgrade")).isEqualTo("websocket");
        assertThat(response.header("connection")).isEqualToIgnoringCase("upgrade");
        assertThat(response.header("sec-websocket-accept")).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WebSocket", "WEBSOCKET", "h2c, websocket"})
    void theUpgradeMayBeInAnyCase(String upgrade) throws Exception {
        var response = answer(good().replace("Upgrade: websocket", "Upgrade: " + upgrade)
                .replace("Connection: Upgrade", "Connection: keep-alive, upgrade"));
        assertThat(response.status()).isEqualTo(101);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8", "13, 8", "thirteen"})
    void anotherVersionIsRefusedWithTheRightOne(String version) throws Exception {
        var response = answer(good().replace("Version: 13", "Version: " + version));
        assertThat(response.status()).isEqualTo(426);
        assertThat(response.header("sec-websocket-version")).isEqualTo("13");
        assertThat(response.body()).contains("\"provider\":\"fake\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "short", "!!!!", "dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="})
    void anotherKeyIsRefused(String key) throws Exception {
        var response = answer(good().replace(SocketClient.KEY, key));
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).contains("\"provider\":\"fake\"", "16 bytes");
    }

    @Test
    void aRefusedHandshakeLeavesTheConnectionAsItWas() throws Exception {
        try (var client = RawClient.connect(server)) {
            assertThat(client.send(good().replace("Version: 13", "Version: 7"))
                            .response()
                            .status())
                    .isEqualTo(426);
            assertThat(client.get("/health").status()).isEqualTo(200);
        }
    }

    @Test
    void whatIsNoHandshakeIsAnOrdinaryRequest() throws Exception {
        assertThat(answer(SocketClient.handshake("/fake/other")).body()).contains("\"method\":\"GET\"");
        assertThat(answer(SocketClient.handshake("/other/talk")).status()).isEqualTo(404);
        assertThat(answer(SocketClient.handshake("/fake/%ff")).status()).isEqualTo(400);
        assertThat(answer(good().replace("GET", "POST").replace("\r\n\r\n", "\r\nContent-Length: 0\r\n\r\n"))
                        .body())
                .contains("\"method\":\"POST\"");
        assertThat(answer(good().replace("Upgrade: websocket", "Upgrade: h2c")).body())
                .contains("\"method\":\"GET\"");
        assertThat(answer(good().replace("Connection: Upgrade", "Connection: keep-alive"))
                        .body())
                .contains("\"method\":\"GET\"");
    }

    @Test
    void onlySoManyAreOpenAtOnce() throws Exception {
        try (var first = SocketClient.open(server);
                var second = SocketClient.open(server)) {
            var refused = answer(good());
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body()).contains("\"provider\":\"fake\"", "as many WebSocket connections");
            second.close(1000).expectClose(1000);
            Eventually.holds("the place is given back", () -> server.openWebSockets() == 1);
            assertThat(answer(good()).status()).isEqualTo(101);
            assertThat(first.text("x").nextText()).contains("MESSAGE");
        }
        Eventually.holds("all places are given back", () -> server.openWebSockets() == 0);
        Eventually.holds("all connections are closed", () -> entrance.connections() == 0);
    }

    @Test
    void aPageOfAnotherOriginIsRefused() throws Exception {
        var settings = new ServerSettings(
                "127.0.0.1", 0, 1_000, 1_000, 9, TestServers.PATIENT, Duration.ZERO, "https://app.example");
        try (var strict = TestServers.start(entrance, settings)) {
            for (var origin : new String[] {"https://app.example", "https://other.example"}) {
                try (var client = RawClient.connect(strict)) {
                    var response = client.send(good().replace("Host: x", "Host: x\r\nOrigin: " + origin))
                            .response();
                    assertThat(response.status()).isEqualTo(origin.contains("app") ? 101 : 403);
                }
            }
        }
    }
}

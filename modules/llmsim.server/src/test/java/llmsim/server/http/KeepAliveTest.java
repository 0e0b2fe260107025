package llmsim.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules HTTP-16 to HTTP-18. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeepAliveTest {
    private HttpServer server;

    @BeforeAll
    void start() {
        server = TestServers.start(FakeEntrance.echoing());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void oneConnectionServesManyRequestsAlsoAfterRefusals() throws Exception {
        try (var client = RawClient.connect(server)) {
            for (var i = 0; i < 50; i++) {
                assertThat(client.get("/nobody").status()).isEqualTo(404);
                assertThat(client.get("/fake/%00").status()).isEqualTo(400);
                client.send("POST /health HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello");
                assertThat(client.response().status()).isEqualTo(405);
                assertThat(client.get("/fake/x").status()).isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "Close", "close, TE", "TE, CLOSE", "keep-alive\r\nConnection: close"})
    void closeIsHonoured(String connection) throws Exception {
        try (var client = RawClient.connect(server)) {
            client.send("GET /health HTTP/1.1\r\nHost: x\r\nConnection: " + connection + "\r\n\r\n");
            assertThat(client.response().header("connection")).isEqualTo("close");
            assertThat(client.untilClosed()).isEmpty();
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInOrder() throws Exception {
        try (var client = RawClient.connect(server)) {
            var request = "POST /fake/%d HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nab";
            client.send(request.formatted(1) + request.formatted(2) + request.formatted(3));
            for (var i = 1; i <= 3; i++) {
                assertThat(client.response().body()).contains("\"path\":\"/" + i + "\"", "\"body\":2");
            }
        }
    }

    @Test
    void anOfferOfHttp2IsIgnored() throws Exception {
        var offer = "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAEAAEAA\r\n";
        try (var client = RawClient.connect(server)) {
            client.send("POST /fake/x HTTP/1.1\r\nHost: x\r\n" + offer + "Content-Length: 2\r\n\r\nab");
            var response = client.response();
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.headers()).doesNotContainKey("upgrade");
            client.send("GET /fake/x HTTP/1.1\r\nHost: x\r\n" + offer + "\r\n");
            assertThat(client.response().status()).isEqualTo(200);
        }
    }

    @Test
    void knowledgeOfHttp2InAdvanceIsRefused() throws Exception {
        try (var client = RawClient.connect(server)) {
            client.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
            assertThat(client.response().status()).isEqualTo(400);
        }
    }
}

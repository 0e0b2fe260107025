package llmsim.server.http;

import static llmsim.server.http.TestServers.MAX_BODY_BYTES;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules HTTP-10 to HTTP-15. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BodyTest {
    private static final String CHUNKED = "POST /fake/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
    private HttpServer server;

    @BeforeAll
    void start() {
        server = TestServers.start(FakeEntrance.echoing());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static String post(String lengthAndMore) {
        return "POST /fake/x HTTP/1.1\r\nHost: x\r\nContent-Length: " + lengthAndMore + "\r\n\r\n";
    }

    private static String chunk(int length) {
        return Integer.toHexString(length) + "\r\n" + "x".repeat(length) + "\r\n";
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5_000, MAX_BODY_BYTES})
    void bodiesWithinTheLimit(int length) throws Exception {
        try (var client = RawClient.connect(server)) {
            client.send(post("" + length)).send("x".repeat(length));
            assertThat(client.response().body()).contains("\"body\":" + length + "}");
            var half = length / 2;
            client.send(CHUNKED);
            client.send((half > 0 ? chunk(half) : "") + (length > half ? chunk(length - half) : "") + "0\r\n\r\n");
            assertThat(client.response().body()).contains("\"body\":" + length + "}");
        }
    }

    @Test
    void aLengthOverTheLimitIsRefusedBeforeTheBody() throws Exception {
        try (var client = RawClient.connect(server)) {
            refusedAsTooLarge(client.send(post("" + (MAX_BODY_BYTES + 1))));
        }
        try (var client = RawClient.connect(server)) {
            refusedAsTooLarge(client.send(post((MAX_BODY_BYTES + 1) + "\r\nExpect: 100-continue")));
        }
    }

    @Test
    void aBodyOverTheLimitIsAnsweredThoughItIsSentWhole() throws Exception {
        try (var client = RawClient.connect(server)) {
            client.send(post("" + 40 * MAX_BODY_BYTES)).send("x".repeat(40 * MAX_BODY_BYTES));
            refusedAsTooLarge(client);
        }
    }

    @Test
    void chunksOverTheLimitTogether() throws Exception {
        try (var client = RawClient.connect(server)) {
            refusedAsTooLarge(client.send(CHUNKED + chunk(MAX_BODY_BYTES) + chunk(1) + "0\r\n\r\n"));
        }
        try (var client = RawClient.connect(server)) {
            refusedAsTooLarge(client.send(CHUNKED + "7fffffff\r\n"));
        }
    }

    private static void refusedAsTooLarge(RawClient client) throws Exception {
        var response = client.response();
        assertThat(response.status()).as(response.toString()).isEqualTo(413);
        assertThat(response.body()).contains("\"provider\":\"fake\"", "\"kind\":\"TooLarge\"", "" + MAX_BODY_BYTES);
        assertThat(response.header("connection")).isEqualTo("close");
        client.socket().shutdownOutput();
        assertThat(client.untilClosed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n", "-1\r\n", "\r\n", "1 \r\n", "ffffffffff\r\n", "1\nx\n", "0\r\nx\r\n\r\n", "5"})
    void chunksThatAreNone(String garbage) throws Exception {
        try (var client = RawClient.connect(server)) {
            client.send(CHUNKED + garbage).socket().shutdownOutput();
            assertThat(client.untilClosed())
                    .satisfiesAnyOf(
                            all -> assertThat(all).isEmpty(),
                            all -> assertThat(all).startsWith("HTTP/1.1 4").contains("\"provider\":\"fake\""));
        }
    }

    @Test
    void aChunkHeaderWithoutEnd() throws Exception {
        try (var client = RawClient.connect(server)) {
            client.send(CHUNKED);
            try {
                client.send("1".repeat(4 * MAX_BODY_BYTES));
            } catch (java.io.IOException _) {
                // refused in the middle of it
            }
            assertThat(client.response().status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"5\r\nTransfer-Encoding: chunked", "-1", "5\r\nContent-Length: 6", "x", "99999999999999999999"})
    void lengthsThatContradict(String length) throws Exception {
        try (var client = RawClient.connect(server)) {
            client.send(post(length) + "hello").socket().shutdownOutput();
            var response = client.response();
            assertThat(response.status()).as(response.toString()).isBetween(400, 413);
            assertThat(response.body()).contains("\"provider\":\"fake\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"100-continue", "100-Continue"})
    void expectContinueIsHonoured(String expectation) throws Exception {
        try (var client = RawClient.connect(server)) {
            client.send(post("5\r\nExpect: " + expectation));
            assertThat(client.response().status()).isEqualTo(100);
            client.send("hello");
            assertThat(client.response().body()).contains("\"body\":5}");
            assertThat(client.get("/health").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "Identity", "IDENTITY"})
    void theContentEncodingIdentityIsTaken(String identity) throws Exception {
        try (var client = RawClient.connect(server)) {
            client.send(post("5\r\nContent-Encoding: " + identity) + "hello");
            assertThat(client.response().body()).contains("\"body\":5}");
            assertThat(client.get("/health").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "identity, gzip", "x"})
    void otherContentEncodingsAreNot(String encoding) throws Exception {
        try (var client = RawClient.connect(server)) {
            var response = client.send(post("5\r\nContent-Encoding: " + encoding) + "hello")
                    .response();
            assertThat(response.status()).as(response.toString()).isEqualTo(415);
            assertThat(response.body()).contains("\"provider\":\"fake\"", "Content-Encoding");
        }
    }

    @Test
    void aBodyThatEndsEarlyEndsTheConnection() throws Exception {
        try (var client = RawClient.connect(server)) {
            client.send(post("10") + "hello").socket().shutdownOutput();
            assertThat(client.untilClosed()).isEmpty();
        }
    }
}

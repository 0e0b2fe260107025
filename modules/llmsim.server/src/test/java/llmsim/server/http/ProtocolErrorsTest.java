package llmsim.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules HTTP-7 to HTTP-9. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtocolErrorsTest {
    private static final String HEAD = "GET /fake/x HTTP/1.1\r\nHost: x\r\n";
    private HttpServer server;

    @BeforeAll
    void start() {
        server = TestServers.start(FakeEntrance.echoing());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private void refused(String request, int status, String provider) throws Exception {
        try (var client = RawClient.connect(server)) {
            var response = client.send(request).response();
            assertThat(response.status()).as(response.toString()).isEqualTo(status);
            assertThat(response.header("content-type")).isEqualTo("application/json");
            assertThat(response.header("access-control-allow-origin")).isEqualTo("*");
            assertThat(response.body()).startsWith("{\"provider\":\"" + provider + "\"");
            assertThat(response.header("connection")).isEqualToIgnoringCase("close");
            client.socket().shutdownOutput();
            assertThat(client.untilClosed()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET\r\n\r\n",
                " GET /fake/x HTTP/1.1\r\n\r\n",
                "GET  HTTP/1.1\r\n\r\n",
                "GET /fake/x\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n",
                "GET / HTTP/1.1\nHost: x\n\n",
                "\u0000\u0000\u0000\u0000\r\n",
            })
    void brokenRequestLines(String request) throws Exception {
        refused(request, 400, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"G@T", "FOO/get", "G{T", "\u00e9", "", "G\tT", "GET:"})
    void methodsThatAreNone(String method) throws Exception {
        var logged = LogLines.during(() -> {
            refused(method + " /fake/x?a=b HTTP/1.1\r\nHost: x\r\n\r\n", 400, "fake");
            refused(method + " /nobody HTTP/1.1\r\nHost: x\r\n\r\n", 400, "");
        });
        assertThat(logged).isEmpty();
    }

    @Test
    void aMethodThatIsNoneBehindARequest() throws Exception {
        try (var client = RawClient.connect(server)) {
            client.send(HEAD + "X-A: a b\r\n\r\nG@T /fake/x HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.response().status()).isEqualTo(200);
            assertThat(client.response().status()).isEqualTo(400);
            assertThat(client.untilClosed()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET /fake/x HTTP/1.0, 505",
        "GET /fake/x HTTP/2.0, 400",
        "GET /fake/x HTTP/0.9, 400",
        "GET /fake/x%zz HTTP/1.1, 400",
    })
    void requestLinesWithAPathToKnowTheProviderBy(String line, int status) throws Exception {
        refused(line + "\r\nHost: x\r\n\r\n", status, "fake");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no colon\r\n\r\n",
                "Bad Name: x\r\n\r\n",
                "X-A: a\u0000b\r\n\r\n",
                "X-A: a\rb\r\n\r\n",
                "X-A: a\n\n",
                " folded: x\r\n\r\n",
            })
    void brokenHeaderFields(String fields) throws Exception {
        refused(HEAD + fields, 400, "fake");
    }

    @Test
    void hostIsNeeded() throws Exception {
        refused("GET /fake/x HTTP/1.1\r\n\r\n", 400, "fake");
        refused("GET /fake/x HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400, "fake");
    }

    @Test
    void transferCodingsThatAreNotKnown() throws Exception {
        refused(HEAD + "Transfer-Encoding: gzip, chunked\r\n\r\n", 501, "fake");
    }

    @Test
    void tooLongARequestLine() throws Exception {
        refused("GET /fake/" + "x".repeat(HttpLimits.REQUEST_LINE_BYTES) + " HTTP/1.1\r\n\r\n", 414, "");
    }

    @Test
    void tooLongAUriHasWordsOfItsOwn() throws Exception {
        try (var client = RawClient.connect(server)) {
            client.send("GET /fake/" + "x".repeat(HttpLimits.REQUEST_LINE_BYTES) + " HTTP/1.1\r\n\r\n");
            assertThat(client.untilClosed())
                    .startsWith("HTTP/1.1 414 ")
                    .contains("The URI of the request is too long", HttpLimits.REQUEST_LINE_BYTES + " bytes");
        }
    }

    @Test
    void tooLargeAndTooManyHeaderFields() throws Exception {
        refused(HEAD + "X-A: " + "a".repeat(HttpLimits.HEADER_BYTES) + "\r\n\r\n", 431, "fake");
        refused(HEAD + "X-A: a\r\n".repeat(HttpLimits.HEADER_BYTES / 8) + "\r\n", 431, "fake");
        refused(HEAD + "x".repeat(HttpLimits.HEADER_BYTES) + ": a\r\n\r\n", 431, "fake");
    }

    @Test
    void tooLargeHeaderFieldsHaveWordsOfTheirOwn() throws Exception {
        try (var client = RawClient.connect(server)) {
            client.send(HEAD + "X-A: " + "a".repeat(HttpLimits.HEADER_BYTES) + "\r\n\r\n");
            assertThat(client.line()).isEqualTo("HTTP/1.1 431 Request Header Fields Too Large");
            assertThat(client.untilClosed())
                    .contains("The header fields of the request are larger than " + HttpLimits.HEADER_BYTES + " bytes");
        }
    }

    @Test
    void anAnswerIsReadThoughMoreIsSent() throws Exception {
        for (var i = 0; i < 20; i++) {
            refused(HEAD + "X-A: " + "a".repeat(20 * HttpLimits.HEADER_BYTES) + "\r\n\r\n", 431, "fake");
        }
    }
}

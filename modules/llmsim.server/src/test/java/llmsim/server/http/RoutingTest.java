package llmsim.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Call;
import llmsim.engine.clock.SystemClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules HTTP-1 to HTTP-6. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutingTest {
    private final SystemClock clock = SystemClock.start();
    private HttpServer server;

    @BeforeAll
    void start() {
        var secret = SystemRoute.answering(Call.Method.GET, "/llmsim/secret", _ -> Answer.json(Bytes.ofUtf8("{}")));
        var stats =
                SystemRoute.answering(Call.Method.GET, "/llmsim/stats", _ -> Answer.json(Bytes.ofUtf8("{\"n\":1}")));
        SystemGate gate = incoming -> incoming.path().startsWith("/llmsim/secret")
                ? Optional.of(Answer.json(401, Bytes.ofUtf8("{\"no\":1}")))
                : Optional.empty();
        var one = SystemRoute.answering(
                Call.Method.GET,
                "/llmsim/things/{id}",
                call -> Answer.json(Bytes.ofUtf8("\"" + call.parameter("id") + call.query("n") + "\"")));
        var open = SystemRoute.answering(
                        Call.Method.GET, "/llmsim/secret/page", _ -> Answer.json(Bytes.ofUtf8("{\"p\":1}")))
                .forEverybody();
        server = HttpServer.start(
                FakeEntrance.echoing(),
                TestServers.settings(TestServers.PATIENT),
                clock,
                _ -> List.of(secret, stats, one, open),
                gate);
    }

    @AfterAll
    void stop() {
        server.close();
        clock.close();
    }

    private RawClient.Response ask(String method, String target, String... headers) throws Exception {
        try (var client = RawClient.connect(server)) {
            var fields = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            client.send(method + " " + target + " HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n");
            return client.response(method.equals("HEAD"));
        }
    }

    @Test
    void health() throws Exception {
        var response = ask("GET", "/health");
        assertThat(response.status()).as(response.toString()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"status\":\"ok\",\"service\":\"llmsim\"}");
        assertThat(response.header("content-type")).isEqualTo("application/json");
        assertThat(response.header("date")).endsWith(" GMT");
    }

    @Test
    void headHasTheFieldsOfGetAndNoBody() throws Exception {
        try (var client = RawClient.connect(server)) {
            client.send("HEAD /health HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.response(true).header("content-length")).isEqualTo("34");
            assertThat(client.get("/health").status()).isEqualTo(200);
        }
    }

    @Test
    void systemRoutesStandBehindTheGate() throws Exception {
        assertThat(ask("GET", "/llmsim/stats").body()).isEqualTo("{\"n\":1}");
        assertThat(ask("GET", "/llmsim/secret").status()).isEqualTo(401);
    }

    @Test
    void whatIsForEverybodyStandsBeforeTheGate() throws Exception {
        assertThat(ask("GET", "/llmsim/secret/page").body()).isEqualTo("{\"p\":1}");
        assertThat(ask("POST", "/llmsim/secret/page").status()).isEqualTo(401);
        assertThat(ask("GET", "/llmsim/secret/other").status()).isEqualTo(401);
    }

    @Test
    void systemRoutesHaveParameters() throws Exception {
        assertThat(ask("GET", "/llmsim/things/a%20b?n=7&n=8").body()).isEqualTo("\"a bOptional[7]\"");
        assertThat(ask("PUT", "/llmsim/things/x").status()).isEqualTo(405);
    }

    @Test
    void noPageOfAnotherOriginMayReadWhatIsOfLlmsimItself() throws Exception {
        for (var method : List.of("GET", "OPTIONS")) {
            assertThat(ask(method, "/llmsim/stats", "Origin: http://app").headers())
                    .doesNotContainKeys("access-control-allow-origin", "access-control-allow-methods");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /health, 405, MethodNotAllowed, ''",
        "POST, /llmsim/stats, 405, MethodNotAllowed, ''",
        "GET, /nobody/v1/models, 404, UnknownRoute, ''",
        "GET, /, 404, UnknownRoute, ''",
        "GET, //health, 404, UnknownRoute, ''",
        "TRACE, /fake/v1/models, 405, MethodNotAllowed, fake",
        "BREW, /fake/v1/models, 405, MethodNotAllowed, fake",
        "BREW, /nobody, 405, MethodNotAllowed, ''",
    })
    void whatNobodyAnswers(String method, String target, int status, String kind, String provider) throws Exception {
        var response = ask(method, target);
        assertThat(response.status()).as(response.toString()).isEqualTo(status);
        assertThat(response.body()).contains("\"provider\":\"" + provider + "\"", "\"kind\":\"" + kind + "\"");
    }

    @ParameterizedTest
    @CsvSource({"TRACE, /fake/v1/models, /v1/models", "BREW, /fake, /", "BREW, /nobody/x, /nobody/x"})
    void unknownMethodsNameThePathThatTheProviderKnows(String method, String target, String path) throws Exception {
        assertThat(ask(method, target).body()).contains("\"message\":\"" + path + " takes ");
    }

    @ParameterizedTest
    @CsvSource({
        "/fake/v1/models/a%20b, /v1/models/a b",
        "/fake/v1/models/%C3%A9, /v1/models/é",
        "/fake/v1/%2e%2e/health, /v1/../health",
        "/fake/v1/../health, /v1/../health",
        "/%66ake/v1/models, /v1/models",
        "/fake, /",
        "/fake/a+b, /a+b",
        "/fake/a;b=c/d, /a;b=c/d",
        "http://elsewhere:80/fake/v1/models, /v1/models",
    })
    void pathsAreDecodedAndNotResolved(String target, String path) throws Exception {
        assertThat(ask("GET", target).body()).contains("\"path\":\"" + path + "\"");
    }

    @Test
    void queriesAreDecoded() throws Exception {
        assertThat(ask("GET", "/fake/x?a=b+c&a=%C3%A9&alt&&k=").body()).contains("a=[b c, é]", "alt=[]", "k=[]");
        assertThat(ask("GET", "/fake/x?include[]=a&include[]=b&metadata[k]=v").body())
                .contains("include[]=[a, b]", "metadata[k]=[v]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fake/%ff",
                "/fake/%C3%28",
                "/fake/%00",
                "/fake/%0d%0aX:%20y",
                "/fake/x?a=%ff",
                "/fake/x?a=%zz",
                "/fake/x?a=%00"
            })
    void whatDecodesToNoTextIsRefusedInTheProvidersWords(String target) throws Exception {
        var response = ask("GET", target);
        assertThat(response.status()).as(response.toString()).isEqualTo(400);
        assertThat(response.body()).contains("\"provider\":\"fake\"", "\"kind\":\"Malformed\"");
    }

    @Test
    void everyAnswerMayBeReadByAnyOrigin() throws Exception {
        for (var target : List.of("/health", "/fake/x", "/nobody", "/fake/%00")) {
            var response = ask("GET", target, "Origin: http://app");
            assertThat(response.header("access-control-allow-origin"))
                    .as(target)
                    .isEqualTo("*");
            assertThat(response.header("access-control-expose-headers")).isEqualTo("*");
        }
    }

    @Test
    void preflightIsGranted() throws Exception {
        var response = ask(
                "OPTIONS",
                "/fake/v1/chat",
                "Origin: http://app",
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: authorization,content-type");
        assertThat(response.status()).isEqualTo(204);
        assertThat(response.header("access-control-allow-origin")).isEqualTo("*");
        assertThat(response.header("access-control-allow-methods")).contains("POST", "DELETE");
        assertThat(response.header("access-control-allow-headers")).isEqualTo("authorization,content-type");
        assertThat(response.headers()).doesNotContainKeys("content-length", "transfer-encoding");
    }
}

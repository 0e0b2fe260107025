package llmsim.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import llmsim.api.content.Bytes;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;
import llmsim.engine.Head;
import llmsim.engine.Incoming;
import llmsim.engine.Outlet;
import llmsim.engine.clock.VirtualClock;
import llmsim.server.assembly.Brought;
import llmsim.server.assembly.Setup;
import llmsim.server.assembly.Simulated;
import llmsim.server.http.SystemCall;
import llmsim.server.http.SystemRoute;
import llmsim.server.openapi.OpenApi;
import llmsim.server.settings.Sources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The routes of administration, without a socket. */
class AdminRoutesTest {
    private static final String SCRIPT = "{\"turns\":[{\"type\":\"assistant\",\"text\":\"one\"}]}";

    private final Simulated simulated = Simulated.of(
            Setup.of(
                    Sources.NONE
                            .with(Sources.Direct.code("server.api_keys", "sk-very-secret"))
                            .with(Sources.Direct.code("latency.models", "gpt-5*=fast,o3=instant"))
                            .with(Sources.Direct.flag("--seed", "seed", "7")),
                    Brought.NOTHING),
            VirtualClock.automatic());
    private final List<SystemRoute> routes = OpenApi.with(AdminRoutes.of(simulated), "1.2.3");

    @AfterEach
    void close() {
        simulated.close();
    }

    @Test
    void everyRouteIsInTheDocument() {
        var document = json(ask("GET", "/llmsim/openapi.json", ""));

        assertThat(document.at("/info/version").asString()).isEqualTo("1.2.3");
        assertThat(routes).hasSizeGreaterThan(9).allSatisfy(route -> {
            var item = document.path("paths").path(route.path().written());
            var operation = item.path(route.method().name().toLowerCase(java.util.Locale.ROOT));
            assertThat(operation.path("summary").asString()).isNotEmpty();
            assertThat(operation
                            .at("/responses/200/content/application~1json/schema")
                            .isObject())
                    .isTrue();
        });
    }

    @Test
    void theConfigurationHasTheShapeOfTheFileAndNoSecret() {
        var config = json(ask("GET", "/llmsim/config", ""));

        assertThat(config.at("/seed").asInt()).isEqualTo(7);
        assertThat(config.at("/latency/models/gpt-5*").asString()).isEqualTo("fast");
        assertThat(config.at("/limits/per").size()).isEqualTo(2);
        assertThat(config.at("/server/api_keys").asString()).isEqualTo("(secret)");
        assertThat(config.toString()).doesNotContain("sk-very-secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PATCH | /llmsim/config | [1] | 400 | must be keys with values, not a list",
                "PATCH | /llmsim/config | {\"seed\": 1, | 400 | \"line\":1",
                "PATCH | /llmsim/config | {\"sed\": 1} | 400 | \"path\":\"sed\"",
                "PATCH | /llmsim/config | {\"seed\": 8} | 200 | \"seed\":8",
                "PUT | /llmsim/mocks | {\"mocks\": [], \"no_match\": 1} | 400 | choices: mocks, on_no_match",
                "PUT | /llmsim/mocks | {} | 400 | must have the key 'mocks'",
                "PUT | /llmsim/mocks | 7 | 400 | \"path\":\"mocks\"",
                "PUT | /llmsim/mocks | [{\"response\":\"x\"}] | 200 | \"source\":\"configuration\"",
                "PUT | /llmsim/scripts | [{\"turns\":[]}] | 400 | scripts.inline[0].turns must not be empty",
                "POST | /llmsim/reset | {\"cursors\":false} | 400 | must name what to reset with true: statistics, cursors",
                "POST | /llmsim/reset | {\"limit\":true} | 400 | did you mean 'limits'",
                "POST | /llmsim/reset | {\"state\":true,\"limits\":true} | 200 | {\"reset\":[\"limits\",\"state\"]}",
                "POST | /llmsim/drain | `` | 200 | draining",
                "DELETE | /llmsim/drain | `` | 200 | ready",
                "GET | /llmsim/ready | `` | 200 | {\"status\":\"ready\",\"active_requests\":0}",
            })
    void whatIsAnswered(String method, String path, String body, int status, String part) {
        var answer = ask(method, path, body);

        assertThat(answer.status).as(answer.body).isEqualTo(status);
        assertThat(answer.body).contains(part);
    }

    @Test
    void readinessSaysThatItIsDrained() {
        ask("POST", "/llmsim/drain", "");

        assertThat(ask("GET", "/llmsim/ready", "").status).isEqualTo(503);
    }

    @Test
    void scriptsAreListedWithTheirSource() {
        ask("PUT", "/llmsim/scripts", "[" + SCRIPT + "," + SCRIPT.replace("{\"turns", "{\"name\":\"a\",\"turns") + "]");

        assertThat(ask("GET", "/llmsim/scripts", "").body)
                .isEqualTo("{\"scripts\":[{\"name\":null,\"source\":\"configuration\",\"given\":0},"
                        + "{\"name\":\"a\",\"source\":\"configuration\",\"given\":0}]}");
        assertThat(ask("PUT", "/llmsim/scripts", "{\"scripts\":[" + SCRIPT + "," + SCRIPT + "]}").body)
                .contains("is the second script without a name");
        ask("PUT", "/llmsim/scripts", "[]");
        assertThat(ask("GET", "/llmsim/scripts", "").body).isEqualTo("{\"scripts\":[]}");
    }

    @Test
    void bodiesAreJsonWithinBounds() {
        assertThat(ask("PATCH", "/llmsim/config", "{}", "text/plain").status).isEqualTo(415);
        assertThat(ask("PATCH", "/llmsim/config", "").status).isEqualTo(400);
        assertThat(ask("PATCH", "/llmsim/config", "[".repeat(100) + "]".repeat(100)).body)
                .contains("nested deeper");
        assertThat(ask("PATCH", "/llmsim/config", "{\"a\":\"" + "x".repeat(1 << 20) + "\"}").status)
                .isEqualTo(413);
        assertThat(ask("PATCH", "/llmsim/config", "{\"mocks\":[" + "1,".repeat(200_000) + "1]}").body)
                .contains("more than 100000 values");
        var many = json(ask("PATCH", "/llmsim/config", "{\"mocks\":[" + "1,".repeat(5_000) + "1]}"));
        assertThat(many.at("/error/errors").size()).isEqualTo(100);
        var longKey = ask("PATCH", "/llmsim/config", "{\"" + "k".repeat(10_000) + "\":1}");
        assertThat(json(longKey).at("/error/errors/0/path").asString()).hasSize(100);
    }

    private Answered ask(String method, String path, String body) {
        return ask(method, path, body, "application/json");
    }

    private Answered ask(String method, String path, String body, String type) {
        var route = routes.stream()
                .filter(each -> each.method().name().equals(method)
                        && each.path().written().equals(path))
                .findFirst()
                .orElseThrow();
        var sent = body.isEmpty() ? Body.EMPTY : new Body.Raw(type, Bytes.ofUtf8(body));
        var incoming = new Incoming(Call.Method.valueOf(method), path, Map.of(), Headers.NONE, sent);
        var outlet = new Written();
        try {
            route.handler().handle(new SystemCall(incoming, Map.of()), outlet);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new Answered(outlet.status, outlet.bytes.toString(StandardCharsets.UTF_8));
    }

    private static JsonNode json(Answered answer) {
        return JsonMapper.shared().readTree(answer.body);
    }

    private record Answered(int status, String body) {}

    private static final class Written implements Outlet {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private int status;

        @Override
        public void begin(Head head) {
            status = head.status();
        }

        @Override
        public void write(byte[] source, int offset, int length) {
            bytes.write(source, offset, length);
        }

        @Override
        public void end() {}
    }
}

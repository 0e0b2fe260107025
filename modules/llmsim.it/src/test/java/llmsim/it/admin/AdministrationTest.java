package llmsim.it.admin;

import static llmsim.it.admin.Admin.json;
import static llmsim.it.admin.Admin.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import llmsim.engine.clock.VirtualClock;
import llmsim.server.LlmSim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every route of administration, over HTTP. */
class AdministrationTest {
    private final LlmSim llm = LlmSim.builder()
            .port(0)
            .host("127.0.0.1")
            .latency("instant")
            .generator("fixed:before")
            .apiKeys(List.of("sk-very-secret"))
            .start();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Admin admin = new Admin(llm, client);

    @AfterEach
    void close() {
        client.close();
        llm.close();
    }

    private String said() {
        return text(admin.stream());
    }

    @Test
    void aChangeHoldsForTheNextAnswer() {
        assertThat(said()).isEqualTo("before");

        var answer = admin.patch("{\"response\":{\"generator\":\"fixed:after\"},\"latency\":{\"speed\":2}}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).at("/response/generator").asString()).isEqualTo("fixed:after");
        assertThat(said()).isEqualTo("after");
        admin.patch("{\"response\":{\"generator\":null}}");
        assertThat(said()).isEqualTo("before");
    }

    @Test
    void theConfigurationIsShownWithoutSecrets() {
        var config = admin.get("/llmsim/config");

        assertThat(config.body()).doesNotContain("sk-very-secret");
        assertThat(json(config).at("/server/api_keys").asString()).isEqualTo("(secret)");
        assertThat(json(config).at("/latency/profile").asString()).isEqualTo("instant");
        assertThat(json(config).at("/capacity/queue").asInt()).isEqualTo(100);
        assertThat(json(config).at("/latency/ttft_mean_ms").isNull()).isTrue();
        admin.patch("{\"latency\":{\"speed\":4}}");
        var origins = json(admin.get("/llmsim/config?origins=true"));
        assertThat(origins.at("/latency.speed/origin").asString()).isEqualTo("changed");
        assertThat(origins.at("/latency.profile/origin").asString()).isEqualTo("program");
        assertThat(origins.at("/server.port/changeable").asBoolean()).isFalse();
        assertThat(origins.at("/capacity.queue/origin").asString()).isEqualTo("default");
    }

    @Test
    void whatIsWrongIsSaidWithItsPath() {
        var answer = admin.patch("{\"latency\":{\"profile\":\"fst\"},\"server\":{\"port\":1}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/error/errors").findValuesAsString("path"))
                .containsExactlyInAnyOrder("latency.profile", "server.port");
        assertThat(answer.body()).contains("did you mean 'fast'", "cannot be changed while llmsim runs");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PATCH | /llmsim/config | `` | application/json | 400",
                "PATCH | /llmsim/config | {} | text/plain | 415",
                "PATCH | /llmsim/config | {} | application/json; charset=utf-8 | 200",
                "PATCH | /llmsim/config | [] | application/json | 400",
                "PATCH | /llmsim/config | {\"a\":1 | application/json | 400",
                "PATCH | /llmsim/config | {\"seed\":1,\"seed\":2} | application/json | 400",
                "PATCH | /llmsim/config | seed: 1 | application/json | 400",
                "POST | /llmsim/config | {} | application/json | 405",
                "PUT | /llmsim/mocks | {\"mock\":[]} | application/json | 400",
                "PUT | /llmsim/scripts | [{}] | application/json | 400",
                "POST | /llmsim/reset | {} | application/json | 400",
                "POST | /llmsim/reset | {\"cursor\":true} | application/json | 400",
                "POST | /llmsim/reset | {\"cursors\":1} | application/json | 400",
                "GET | /llmsim/nothing | `` | application/json | 404",
            })
    void whatCannotBe(String method, String path, String body, String type, int status) {
        assertThat(admin.send(method, path, body, "content-type", type).statusCode())
                .isEqualTo(status);
    }

    @Test
    void bodiesAreBounded() {
        assertThat(admin.patch("{\"seed\":\"" + "1".repeat(1 << 20) + "\"}").statusCode())
                .isEqualTo(413);
        assertThat(admin.patch("{\"mocks\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "http://evil.example, 403",
        "null, 403",
        "OWN, 200",
    })
    void onlyPagesOfTheServerItselfMayCall(String origin, int status) {
        var own = llm.uri().toString();
        var answer = admin.send(
                "PATCH",
                "/llmsim/config",
                "{\"latency\":{\"speed\":2}}",
                "content-type",
                "application/json",
                "origin",
                origin.equals("OWN") ? own : origin);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void mocksAreListedAndReplaced() {
        assertThat(admin.send("PUT", "/llmsim/mocks", "[{\"name\":\"hi\",\"response\":\"mocked\"}]")
                        .statusCode())
                .isEqualTo(200);
        assertThat(said()).isEqualTo("mocked");
        var listed = json(admin.get("/llmsim/mocks")).at("/mocks/0");
        assertThat(listed.path("name").asString()).isEqualTo("hi");
        assertThat(listed.path("answered").asInt()).isEqualTo(1);

        admin.send("PUT", "/llmsim/mocks", "{\"mocks\":[],\"on_no_match\":\"error\"}");
        assertThat(admin.stream().statusCode()).isEqualTo(400);
        admin.send("PUT", "/llmsim/mocks", "[]");
        assertThat(said()).isEqualTo("before");
    }

    @Test
    void scriptsAreListedReplacedAndStartOver() {
        var script =
                "{\"turns\":[{\"type\":\"assistant\",\"text\":\"one\"},{\"type\":\"assistant\",\"text\":\"two\"}]}";
        admin.send("PUT", "/llmsim/scripts", "{\"scripts\":[" + script + "]}");

        assertThat(said() + said()).isEqualTo("onetwo");
        assertThat(json(admin.get("/llmsim/scripts")).at("/scripts/0/given").asInt())
                .isEqualTo(2);
        assertThat(admin.send("POST", "/llmsim/reset", "{\"cursors\":true,\"limits\":false}")
                        .body())
                .isEqualTo("{\"reset\":[\"cursors\"]}");
        assertThat(said()).isEqualTo("one");
    }

    @Test
    void statisticsBeginAnew() {
        said();
        admin.send(
                "POST",
                "/llmsim/reset",
                "{\"statistics\":true,\"cursors\":true,\"limits\":true,\"state\":true,\"occurrences\":true}");

        assertThat(json(admin.get("/llmsim/stats")).path("total_requests").asInt())
                .isZero();
    }

    @Test
    void whatIsUnderWayEndsWhileNothingNewIsAdmitted() throws Exception {
        var clock = VirtualClock.manual();
        try (var slow = LlmSim.builder()
                .port(0)
                .clock(clock)
                .timeToFirstToken(300, 0)
                .generator("fixed:late")
                .start()) {
            var steered = new Admin(slow, client);
            var under = new CompletableFuture<String>();
            Thread.ofVirtual().start(() -> under.complete(text(steered.stream())));
            while (json(steered.get("/llmsim/ready")).path("active_requests").asInt() == 0) {
                Thread.onSpinWait();
            }

            assertThat(steered.send("POST", "/llmsim/drain", "").statusCode()).isEqualTo(200);
            assertThat(steered.stream().statusCode()).isEqualTo(503);
            assertThat(steered.get("/llmsim/ready").statusCode()).isEqualTo(503);
            assertThat(steered.get("/health").statusCode()).isEqualTo(200);
            while (!under.isDone()) {
                clock.advance(Duration.ofMillis(100));
            }
            assertThat(under.get()).isEqualTo("late");
            steered.send("DELETE", "/llmsim/drain", "");
            assertThat(json(steered.get("/llmsim/ready")).path("status").asString())
                    .isEqualTo("ready");
        }
    }

    @Test
    void everyRouteIsInTheDocument() {
        var document = json(admin.get("/llmsim/openapi.json"));

        assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
        for (var path : document.path("paths").propertyNames()) {
            var operations = document.path("paths").path(path);
            for (var method : operations.propertyNames()) {
                assertThat(operations.path(method).path("summary").asString()).isNotEmpty();
                assertThat(operations.path(method).path("responses").has("200")).isTrue();
            }
            if (operations.has("get") && !path.contains("{")) {
                assertThat(admin.get(path).statusCode()).as(path).isEqualTo(200);
            }
        }
        assertThat(document.path("paths").propertyNames())
                .contains(
                        "/llmsim/config",
                        "/llmsim/requests",
                        "/llmsim/requests/{id}",
                        "/llmsim/verify",
                        "/llmsim/mocks",
                        "/llmsim/scripts",
                        "/llmsim/reset",
                        "/llmsim/ready",
                        "/llmsim/drain",
                        "/llmsim/stats",
                        "/llmsim/openapi.json");
    }

    @Test
    void aProgramChangesTheSame() {
        llm.change(change -> change.generator("fixed:java").latency("fast"));
        assertThat(said()).isEqualTo("java");
        llm.drain();
        assertThat(admin.stream().statusCode()).isEqualTo(503);
        llm.undrain();
        assertThat(said()).isEqualTo("java");
    }
}

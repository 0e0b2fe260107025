package llmsim.it.breaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import llmsim.engine.clock.VirtualClock;
import llmsim.server.LlmSim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules F40 to F43 over real sockets, from a file, by a clock that the test moves. */
class IncidentsOverHttpTest {
    private static final String OUTAGE = """
            incidents:
              - {name: down, at: 0s, for: 1m, what: {outage: true}}
            """;

    @TempDir
    private Path folder;

    private final VirtualClock clock = VirtualClock.manual();

    private OverHttp serve(String yaml) throws IOException {
        var file = Files.writeString(folder.resolve("llmsim.yaml"), yaml);
        return OverHttp.of(LlmSim.builder()
                .configuration(file)
                .clock(clock)
                .seed(1)
                .latency("instant")
                .generator("fixed:Hello there"));
    }

    @Test
    void anOutageIsTheProviders503ForEveryCall() throws Exception {
        try (var over = serve(OUTAGE)) {
            var refused = over.chat("gpt-4o");

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("retry-after")).contains("60");
            assertThat(OverHttp.json(refused).at("/error/code").asString("")).isEqualTo("server_is_overloaded");
            assertThat(over.chatStream("gpt-4o").statusCode()).isEqualTo(503);
            assertThat(over.get("/openai/v1/models").statusCode()).isEqualTo(503);
            assertThat(over.post("/openresponses/v1/responses", "{\"model\":\"x\",\"input\":\"Hi\"}")
                            .statusCode())
                    .isEqualTo(503);
            assertThat(over.get("/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void statisticsAndMetricsShowItAsLongAsItLasts() throws Exception {
        try (var over = serve(OUTAGE)) {
            over.chat("gpt-4o");
            over.get("/openai/v1/models");
            var during = over.statistics();

            assertThat(during.path("active_incidents").valueStream().map(name -> name.asString("")))
                    .containsExactly("down");
            assertThat(during.path("faults").path("incident down").asLong()).isEqualTo(2);
            assertThat(during.path("faults").path("unavailable").asLong()).isEqualTo(2);
            assertThat(over.get("/metrics").body()).contains("llmsim_incidents_active{incident=\"down\"} 1");
            clock.advance(Duration.ofMinutes(1));

            assertThat(over.chat("gpt-4o").statusCode()).isEqualTo(200);
            var after = over.statistics();
            assertThat(after.path("active_incidents")).isEmpty();
            assertThat(after.path("faults").path("incident down").asLong()).isEqualTo(2);
            assertThat(over.get("/metrics").body()).doesNotContain("llmsim_incidents_active{incident=\"down\"} 1");
        }
    }

    @Test
    void aWebSocketStaysAndItsMessagesAreRefused() throws Exception {
        try (var over = serve(OUTAGE);
                var talk = over.talk()) {
            var refused = talk.ask("Hi");
            assertThat(refused).hasSize(1);
            assertThat(refused.getFirst().path("type").asString("")).isEqualTo("error");
            assertThat(refused.getFirst().toString()).contains("server_is_overloaded");
            clock.advance(Duration.ofMinutes(1));

            assertThat(talk.ask("Hi").getLast().path("type").asString("")).isEqualTo("response.completed");
        }
    }

    @Test
    void itComesAgain() throws Exception {
        var statuses = new ArrayList<Integer>();
        try (var over = serve("""
                incidents:
                  - {name: down, at: 10s, for: 10s, repeat_every: 30s, what: {outage: true}}
                """)) {
            for (var second = 0; second < 60; second += 10) {
                statuses.add(over.chat("gpt-4o").statusCode());
                clock.advance(Duration.ofSeconds(10));
            }
        }

        assertThat(statuses).containsExactly(200, 503, 200, 200, 503, 200);
    }

    @Test
    void itHoldsForItsModelsProvidersAndKeys() throws Exception {
        try (var over = serve("""
                incidents:
                  - name: busy
                    at: 0s
                    for: 1h
                    where: {models: ["*mini*"], providers: [openai], keys: [%s]}
                    what: {errors: {overloaded_rate: 1}}
                """.formatted(sha256("sk-unlucky")))) {
            var unlucky = new String[] {"authorization", "Bearer sk-unlucky"};

            assertThat(over.chat("gpt-4o-mini", unlucky).statusCode()).isEqualTo(503);
            assertThat(over.chat("gpt-4o", unlucky).statusCode()).isEqualTo(200);
            assertThat(over.chat("gpt-4o-mini", "authorization", "Bearer sk-lucky")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(over.post("/openresponses/v1/responses", "{\"model\":\"gpt-4o-mini\",\"input\":\"Hi\"}", unlucky)
                            .statusCode())
                    .isEqualTo(200);
            assertThat(over.statistics().path("faults").path("incident busy").asLong())
                    .isEqualTo(1);
        }
    }

    private static String sha256(String key) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        return "\"" + HexFormat.of().formatHex(digest) + "\"";
    }

    @Test
    void aShareIsTheSameInEveryRun() throws Exception {
        var first = statusesOfAShare();

        assertThat(first).contains(200, 503).doesNotContain(500);
        assertThat(statusesOfAShare()).isEqualTo(first);
    }

    private List<Integer> statusesOfAShare() throws Exception {
        var statuses = new ArrayList<Integer>();
        try (var over = serve("""
                incidents:
                  - {name: half, at: 0s, for: 1h, where: {share: 0.5}, what: {outage: true}}
                """)) {
            for (var i = 0; i < 40; i++) {
                statuses.add(over.post(OverHttp.CHAT, OverHttp.chatBody("gpt-4o", "question " + i, false))
                        .statusCode());
            }
            assertThat(over.statistics().path("faults").path("incident half").asLong())
                    .isEqualTo(statuses.stream().filter(status -> status == 503).count());
        }
        return statuses;
    }

    @Test
    void streamsBreakWhileItLasts() throws Exception {
        try (var over = serve("""
                incidents:
                  - {name: no end, at: 0s, for: 1m, what: {faults: [{fault: missing_end, rate: 1}]}}
                """)) {
            assertThat(over.chatStream("gpt-4o").body()).contains("Hello").doesNotContain("[DONE]");
            clock.advance(Duration.ofMinutes(1));
            assertThat(over.chatStream("gpt-4o").body()).contains("Hello").contains("[DONE]");
            assertThat(over.statistics().path("faults").path("missing_end").asLong())
                    .isEqualTo(1);
        }
    }

    /** Both providers share what the key has for the model; a call for which there is a half of it takes two. */
    @Test
    void limitsAreSmallerForTheCallsOfOneProvider() throws Exception {
        try (var over = serve("""
                limits: {requests_per_minute: 4}
                incidents:
                  - {name: less, at: 0s, for: 30s, where: {providers: [openai]}, what: {limits_factor: 0.5}}
                """)) {
            assertThat(limits(over.chat("gpt-4o"))).containsExactly("2", "1");
            assertThat(other(over)).isEqualTo(200);
            var refused = over.chat("gpt-4o");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(limits(refused)).containsExactly("2", "0");
            assertThat(refused.headers().firstValue("retry-after-ms")).contains("15000");
            assertThat(other(over)).isEqualTo(200);
            assertThat(other(over)).isEqualTo(429);

            clock.advance(Duration.ofSeconds(30));
            assertThat(limits(over.chat("gpt-4o"))).containsExactly("4", "1");
        }
    }

    private static int other(OverHttp over) throws Exception {
        return over.post("/openresponses/v1/responses", "{\"model\":\"gpt-4o\",\"input\":\"Hi\"}")
                .statusCode();
    }

    private static List<String> limits(HttpResponse<?> response) {
        return List.of(
                response.headers().firstValue("x-ratelimit-limit-requests").orElse("none"),
                response.headers().firstValue("x-ratelimit-remaining-requests").orElse("none"));
    }

    @Test
    void answersAreSlowerWhileItLasts() throws Exception {
        var moving = VirtualClock.automatic();
        var file = Files.writeString(folder.resolve("slow.yaml"), """
                latency: {ttft_mean_ms: 100, ttft_stddev_ms: 0, tbt_mean_ms: 0, tbt_stddev_ms: 0}
                incidents:
                  - {name: slow, at: 0s, for: 1h, where: {models: [gpt-4o]}, what: {latency_factor: 4}}
                """);
        try (var over = OverHttp.of(LlmSim.builder().configuration(file).clock(moving))) {
            assertThat(took(moving, over, "gpt-4o")).hasMillis(400);
            assertThat(took(moving, over, "gpt-4o-mini")).hasMillis(100);
        }
    }

    private static Duration took(VirtualClock clock, OverHttp over, String model) throws Exception {
        var begin = clock.nanoTime();
        over.chat(model);
        return Duration.ofNanos(clock.nanoTime() - begin);
    }
}

package llmsim.it.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import llmsim.engine.configuration.JournalSettings;
import llmsim.engine.journal.Recorded;
import llmsim.server.LlmSim;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rule A8, over sockets: statistics, metrics and journal say the same, at every moment and at the end. */
class CountsAddUpTest {
    private static final int THREADS = 8;
    private static final int EACH = 60;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whatEverMixTheCountsAddUp(long seed) throws Exception {
        try (var llm = server();
                var client = HttpClient.newHttpClient()) {
            var mix = new Mix(llm, client);
            var over = new AtomicBoolean();
            var looking = Thread.ofVirtual().start(() -> {
                while (!over.get()) {
                    assertAddsUp(json(client, llm, "/llmsim/stats"));
                }
            });
            var asking = IntStream.range(0, THREADS)
                    .mapToObj(i -> Thread.ofVirtual().start(() -> mix.run(seed * 1_000 + i, EACH)))
                    .toList();
            for (var thread : asking) {
                thread.join();
            }
            over.set(true);
            looking.join();
            assertThat(llm.awaitIdle(Duration.ofMinutes(1))).isTrue();

            assertAllAgree(llm, client, mix);
        }
    }

    private static void assertAllAgree(LlmSim llm, HttpClient client, Mix mix) {
        var stats = json(client, llm, "/llmsim/stats");
        assertAddsUp(stats);
        assertThat(stats.path("active_requests").asLong()).isZero();
        assertThat(stats.path("total_requests").asLong()).isEqualTo(mix.sent());
        for (var kind : new String[] {
            "completed_requests", "cancelled_requests", "broken_streams", "total_errors", "websocket_requests"
        }) {
            assertThat(stats.path(kind).asLong()).as(kind).isPositive();
        }

        var journal = llm.requests();
        assertThat(journal.complete()).isTrue();
        assertThat(journal.requests()).hasSize(mix.sent());
        var tokens = journal.requests().stream()
                .flatMap(each -> each.end().stream())
                .mapToLong(end -> end.usage().completionTokens())
                .sum();
        assertThat(stats.path("completion_tokens").asLong()).isEqualTo(tokens);
        assertThat(journal.requests().stream()
                        .filter(each -> each.state().equals("cancelled"))
                        .count())
                .isEqualTo(stats.path("cancelled_requests").asLong());
        mix.usage().forEach((id, said) -> assertThat(tokensOf(llm, id)).isEqualTo(said));

        var metrics = text(client, llm, "/metrics");
        assertThat(sum(metrics, "llmsim_requests_total")).isEqualTo(mix.sent());
        assertThat(sum(metrics, "llmsim_tokens_total"))
                .isEqualTo(stats.path("total_tokens").asLong());
        assertThat(sum(metrics, "llmsim_errors_total"))
                .isEqualTo(stats.path("total_errors").asLong());
        assertThat(sum(metrics, "llmsim_request_duration_seconds_count"))
                .isEqualTo(stats.path("completed_requests").asLong());
    }

    private static long tokensOf(LlmSim llm, String id) {
        return llm.requests().requests().stream()
                .filter(each -> each.exchange().id().equals(id))
                .map(Recorded::end)
                .mapToLong(end -> end.orElseThrow().usage().completionTokens())
                .sum();
    }

    private static void assertAddsUp(JsonNode stats) {
        assertThat(stats.path("total_requests").asLong())
                .isEqualTo(ended(stats) + stats.path("active_requests").asLong());
        assertThat(stats.path("active_requests").asLong()).isNotNegative();
        assertThat(lines(stats, "endpoints", "requests"))
                .isEqualTo(stats.path("total_requests").asLong());
        assertThat(lines(stats, "endpoints", "completion_tokens"))
                .isEqualTo(stats.path("completion_tokens").asLong());
        assertThat(lines(stats, "models", "completed"))
                .isEqualTo(stats.path("completed_requests").asLong());
        assertThat(stats.path("streaming_requests").asLong()
                        + stats.path("non_streaming_requests").asLong())
                .isEqualTo(stats.path("total_requests").asLong());
    }

    private static long ended(JsonNode stats) {
        return stats.path("completed_requests").asLong()
                + stats.path("cancelled_requests").asLong()
                + stats.path("broken_streams").asLong()
                + stats.path("total_errors").asLong();
    }

    private static long lines(JsonNode stats, String table, String column) {
        return stats.path(table)
                .valueStream()
                .mapToLong(line -> line.path(column).asLong())
                .sum();
    }

    private static long sum(String metrics, String name) {
        return Pattern.compile("^" + name + "(\\{[^\\n]*\\})? (\\S+)$", Pattern.MULTILINE)
                .matcher(metrics)
                .results()
                .mapToLong(result -> (long) Double.parseDouble(result.group(2)))
                .sum();
    }

    private static LlmSim server() {
        return LlmSim.builder()
                .port(0)
                .latency("instant")
                .targetTokens(20)
                .seed(7)
                .journal(new JournalSettings(1L << 30, 1 << 16, 0))
                .start();
    }

    private static JsonNode json(HttpClient client, LlmSim llm, String path) {
        return JsonMapper.shared().readTree(text(client, llm, path));
    }

    private static String text(HttpClient client, LlmSim llm, String path) {
        var request = HttpRequest.newBuilder(URI.create(llm.uri() + path)).build();
        return client.sendAsync(request, BodyHandlers.ofString()).join().body();
    }
}

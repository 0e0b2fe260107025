package llmsim.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import llmsim.server.LlmSim;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Requirements OM1 to OM6 of specs/observability.md, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsRouteTest {
    private final LlmSim llm = LlmSim.builder().port(0).start();

    @AfterAll
    void close() {
        llm.close();
    }

    @Test
    void isPrometheusTextUnlessAskedOtherwise() throws Exception {
        var response = scrape("*/*");

        assertThat(response.getContentType()).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        var metrics = Exposition.prometheus(body(response));
        assertThat(metrics.types()).containsEntry("llmsim_active_requests", "gauge");
        assertThat(metrics.value("llmsim_tokens_total", "direction", "prompt")).isZero();
        assertThat(metrics.sum("llmsim_build_info")).isEqualTo(1);
    }

    @Test
    void isOpenMetricsWhereThatIsAskedFor() throws Exception {
        var response = scrape("application/openmetrics-text;version=1.0.0,text/plain;q=0.5");

        assertThat(response.getContentType()).isEqualTo("application/openmetrics-text; version=1.0.0; charset=utf-8");
        var metrics = Exposition.openMetrics(body(response));
        assertThat(metrics.types())
                .containsEntry("llmsim_tokens", "counter")
                .containsEntry("llmsim_build_info", "gauge");
    }

    @Test
    void tellsOfTheServerAndItsProcess() throws Exception {
        var metrics = Exposition.prometheus(body(scrape("text/plain")));

        assertThat(metrics.value("llmsim_connections")).isPositive();
        assertThat(metrics.value("process_cpu_seconds_total")).isPositive();
        assertThat(metrics.value("process_start_time_seconds")).isGreaterThan(1.7e9);
        assertThat(metrics.value("jvm_memory_used_bytes", "area", "heap")).isPositive();
        assertThat(metrics.value("jvm_threads_current")).isPositive();
        assertThat(metrics.types()).containsEntry("jvm_gc_collection_seconds", "summary");
    }

    private URLConnection scrape(String accept) throws IOException {
        var connection = llm.uri().resolve("/metrics").toURL().openConnection();
        connection.setRequestProperty("Accept", accept);
        return connection;
    }

    private static String body(URLConnection answered) throws IOException {
        try (var body = answered.getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

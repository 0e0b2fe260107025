package llmsim.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import llmsim.server.LlmSim;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Requirements OM1 to OM6 of specs/observability.md, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsRouteTest {
    private final LlmSim llm = LlmSim.builder().port(0).start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterAll
    void close() {
        client.close();
        llm.close();
    }

    @Test
    void isPrometheusTextUnlessAskedOtherwise() throws Exception {
        var response = scrape("*/*");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains("text/plain; version=0.0.4; charset=utf-8");
        var metrics = Exposition.prometheus(response.body());
        assertThat(metrics.types()).containsEntry("llmsim_active_requests", "gauge");
        assertThat(metrics.value("llmsim_tokens_total", "direction", "prompt")).isZero();
        assertThat(metrics.sum("llmsim_build_info")).isEqualTo(1);
    }

    @Test
    void isOpenMetricsWhereThatIsAskedFor() throws Exception {
        var response = scrape("application/openmetrics-text;version=1.0.0,text/plain;q=0.5");

        assertThat(response.headers().firstValue("content-type"))
                .contains("application/openmetrics-text; version=1.0.0; charset=utf-8");
        var metrics = Exposition.openMetrics(response.body());
        assertThat(metrics.types()).containsEntry("llmsim_tokens", "counter").containsEntry("llmsim_build", "info");
    }

    @Test
    void tellsOfTheServerAndItsProcess() throws Exception {
        var metrics = Exposition.prometheus(scrape("text/plain").body());

        assertThat(metrics.value("llmsim_connections")).isPositive();
        assertThat(metrics.value("process_cpu_seconds_total")).isPositive();
        assertThat(metrics.value("process_start_time_seconds")).isGreaterThan(1.7e9);
        assertThat(metrics.value("jvm_memory_used_bytes", "area", "heap")).isPositive();
        assertThat(metrics.value("jvm_threads_current")).isPositive();
        assertThat(metrics.types()).containsEntry("jvm_gc_collection_seconds", "summary");
    }

    private HttpResponse<String> scrape(String accept) throws Exception {
        var request = HttpRequest.newBuilder(llm.uri().resolve("/metrics")).header("Accept", accept);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}

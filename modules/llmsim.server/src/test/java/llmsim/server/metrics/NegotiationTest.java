package llmsim.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import llmsim.api.exchange.Headers;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requirements OM4 and OM5 of specs/observability.md. */
class NegotiationTest {
    /** The first two lines are what Prometheus 2.42 and 3.5 send. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1 | OPEN_METRICS
            application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,text/plain;version=0.0.4;q=0.2,*/*;q=0.1 | OPEN_METRICS
            text/plain;version=0.0.4;q=0.9,application/openmetrics-text;q=0.5 | PROMETHEUS
            application/openmetrics-text; version=2.0.0, text/plain | PROMETHEUS
            application/openmetrics-text; version="0.0.1" | OPEN_METRICS
            Application/OpenMetrics-Text ; Q=0.3 | OPEN_METRICS
            application/openmetrics-text;q=0, */* | PROMETHEUS
            application/openmetrics-text;q=high | PROMETHEUS
            application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited | PROMETHEUS
            text/html | PROMETHEUS
            '' | PROMETHEUS
            """)
    void theBestThatThereIs(String accept, ExpositionFormat format) {
        assertThat(Negotiation.of(Headers.builder().add("accept", accept).build()))
                .isEqualTo(format);
    }

    @Test
    void withoutAFieldItIsPrometheusText() {
        assertThat(Negotiation.of(Headers.NONE)).isEqualTo(ExpositionFormat.PROMETHEUS);
    }

    @Test
    void severalFieldsAreOneList() {
        var headers = Headers.builder()
                .add("accept", "text/plain;q=0.1")
                .add("accept", "application/openmetrics-text")
                .build();
        assertThat(Negotiation.of(headers)).isEqualTo(ExpositionFormat.OPEN_METRICS);
    }

    @Property
    void anythingElseIsPrometheusText(@ForAll String accept) {
        assertThat(Negotiation.of(Headers.builder().add("accept", accept).build()))
                .isEqualTo(ExpositionFormat.PROMETHEUS);
    }
}

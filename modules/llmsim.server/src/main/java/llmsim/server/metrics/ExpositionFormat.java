package llmsim.server.metrics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import llmsim.api.content.Bytes;
import llmsim.prometheus.config.EscapingScheme;
import llmsim.prometheus.expositionformats.ExpositionFormatWriter;
import llmsim.prometheus.expositionformats.OpenMetricsTextFormatWriter;
import llmsim.prometheus.expositionformats.PrometheusTextFormatWriter;
import llmsim.prometheus.model.snapshots.MetricSnapshots;

/** How metrics are written. */
enum ExpositionFormat {
    /** Prometheus' own text, version 0.0.4. */
    PROMETHEUS,
    /** OpenMetrics 1.0.0. */
    OPEN_METRICS;

    String contentType() {
        return writer().getContentType();
    }

    private ExpositionFormatWriter writer() {
        return switch (this) {
            case PROMETHEUS -> PrometheusTextFormatWriter.create();
            case OPEN_METRICS -> OpenMetricsTextFormatWriter.create();
        };
    }

    Bytes write(MetricSnapshots metrics) {
        var bytes = new ByteArrayOutputStream();
        try {
            writer().write(bytes, metrics, EscapingScheme.UNDERSCORE_ESCAPING);
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory cannot fail", e);
        }
        return Bytes.owned(bytes.toByteArray());
    }
}

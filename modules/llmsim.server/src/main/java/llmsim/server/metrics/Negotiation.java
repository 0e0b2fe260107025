package llmsim.server.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import llmsim.api.exchange.Headers;

/**
 * Which format a scrape gets: the one that {@code Accept} prefers, as Prometheus' own servers choose
 * (github.com/prometheus/common, expfmt.NegotiateIncludingOpenMetrics): the first of the greatest {@code q} of a version
 * that there is, else Prometheus' text.
 */
final class Negotiation {
    private static final Map<String, ExpositionFormat> TYPES = Map.of(
            "text/plain", ExpositionFormat.PROMETHEUS, "application/openmetrics-text", ExpositionFormat.OPEN_METRICS);
    private static final Map<ExpositionFormat, List<String>> VERSIONS = Map.of(
            ExpositionFormat.PROMETHEUS, List.of("", "0.0.4"),
            ExpositionFormat.OPEN_METRICS, List.of("", "0.0.1", "1.0.0"));

    private Negotiation() {}

    static ExpositionFormat of(Headers headers) {
        return headers.all("accept").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(Range::of)
                .filter(range -> range.quality() > 0)
                .sorted(Comparator.comparingDouble(Range::quality).reversed())
                .flatMap(range -> range.format().stream())
                .findFirst()
                .orElse(ExpositionFormat.PROMETHEUS);
    }

    private record Range(String type, Map<String, String> parameters) {
        static Range of(String written) {
            var parts = Arrays.stream(written.split(";")).map(String::strip).toList();
            var parameters = parts.stream()
                    .skip(1)
                    .map(parameter -> parameter.split("=", 2))
                    .filter(pair -> pair.length == 2)
                    .collect(Collectors.toMap(
                            pair -> pair[0].strip().toLowerCase(Locale.ROOT),
                            pair -> pair[1].strip().replace("\"", ""),
                            (first, _) -> first));
            return new Range(parts.isEmpty() ? "" : parts.getFirst().toLowerCase(Locale.ROOT), parameters);
        }

        /** 1 if none is said; 0 if it is no number. */
        double quality() {
            var written = parameters.getOrDefault("q", "1");
            return written.matches("[01](\\.\\d{0,9})?") ? Double.parseDouble(written) : 0;
        }

        Optional<ExpositionFormat> format() {
            return Optional.ofNullable(TYPES.get(type))
                    .filter(format ->
                            VERSIONS.getOrDefault(format, List.of()).contains(parameters.getOrDefault("version", "")));
        }
    }
}

package llmsim.server.metrics;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import llmsim.engine.stats.Tally;
import llmsim.engine.stats.Times;
import llmsim.prometheus.model.snapshots.MetricSnapshot;

/** How long things took. */
final class TimeMetrics {
    private TimeMetrics() {}

    static List<MetricSnapshot> of(Map<String, Tally> endpoints, Times scheduleLag) {
        return List.of(
                Family.histogram(
                        "llmsim_request_duration_seconds",
                        "Completed requests, from arrival to the last byte.",
                        Buckets.DURATION,
                        times(endpoints, Tally::latency)),
                Family.histogram(
                        "llmsim_time_to_first_token_seconds",
                        "Streams, from arrival to the first token.",
                        Buckets.FIRST_TOKEN,
                        times(endpoints, Tally::ttft)),
                Family.histogram(
                        "llmsim_inter_token_latency_seconds",
                        "Streams, from token to token; those of one chunk share its time.",
                        Buckets.INTER_TOKEN,
                        times(endpoints, Tally::interToken)),
                Family.histogram(
                        "llmsim_schedule_lag_seconds",
                        "From the moment at which something was due to the one at which it was written.",
                        Buckets.LAG,
                        new Distributions(Map.of(Points.labels(), scheduleLag))));
    }

    private static Distributions times(Map<String, Tally> endpoints, Function<Tally, Times> times) {
        return Distributions.of(
                "endpoint",
                endpoints.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> times.apply(entry.getValue()))));
    }
}

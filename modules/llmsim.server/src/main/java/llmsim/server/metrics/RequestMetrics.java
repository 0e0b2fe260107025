package llmsim.server.metrics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import llmsim.engine.stats.Origin;
import llmsim.engine.stats.Tally;
import llmsim.engine.stats.Totals;
import llmsim.prometheus.model.snapshots.Labels;
import llmsim.prometheus.model.snapshots.MetricSnapshot;

/** Requests that have ended, and how. */
final class RequestMetrics {
    private static final String NO_ANSWER = "none";

    private RequestMetrics() {}

    static List<MetricSnapshot> of(Totals totals, Tally all) {
        return List.of(
                Family.counter(
                        "llmsim_requests",
                        "Requests that have ended, by the HTTP status of their answer.",
                        new Points(byStatus(totals.rows()))),
                Family.counter("llmsim_completed_requests", "Requests that were answered to the end.", all.completed()),
                Family.counter(
                        "llmsim_cancelled_requests",
                        "Requests whose client went away before the end.",
                        all.cancelled()),
                Family.counter("llmsim_broken_streams", "Answers that were broken on purpose.", all.broken()),
                Family.counter(
                        "llmsim_errors",
                        "Requests that ended with an error, by its category.",
                        Points.of("kind", totals.errors())),
                Family.counter(
                        "llmsim_limits_hit",
                        "Requests that a rate limit refused, by the limit.",
                        Points.of("limit", totals.limits())));
    }

    private static Map<Labels, Double> byStatus(Map<Origin, Tally> rows) {
        var points = new TreeMap<Labels, Double>();
        rows.forEach((origin, tally) -> tally.statuses()
                .forEach((status, number) -> points.merge(labels(origin, status), number.doubleValue(), Double::sum)));
        return points;
    }

    private static Labels labels(Origin origin, int status) {
        var text = status == 0 ? NO_ANSWER : Integer.toString(status);
        return Points.labels("endpoint", origin.endpoint(), "model", origin.model(), "status", text);
    }
}

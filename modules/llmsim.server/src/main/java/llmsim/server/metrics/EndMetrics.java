package llmsim.server.metrics;

import java.util.List;
import llmsim.engine.stats.StatisticsSnapshot;
import llmsim.prometheus.model.snapshots.MetricSnapshot;

/** How requests ended, but for errors. */
final class EndMetrics {
    private EndMetrics() {}

    static List<MetricSnapshot> of(StatisticsSnapshot statistics) {
        return List.of(
                Family.counter(
                        "llmsim_completed_requests",
                        "Requests that were answered to the end.",
                        statistics.completedRequests()),
                Family.counter(
                        "llmsim_cancelled_requests",
                        "Requests whose client went away before the end.",
                        statistics.cancelledRequests()),
                Family.counter(
                        "llmsim_broken_streams", "Answers that were broken on purpose.", statistics.brokenStreams()));
    }
}

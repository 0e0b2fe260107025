package llmsim.server.metrics;

import java.util.List;
import llmsim.prometheus.model.snapshots.MetricSnapshot;

/** What is under way now. */
final class LoadMetrics {
    private LoadMetrics() {}

    static List<MetricSnapshot> of(Observation seen) {
        var statistics = seen.statistics();
        return List.of(
                Family.gauge("llmsim_active_requests", "Requests under way.", statistics.activeRequests()),
                Family.gauge(
                        "llmsim_queued_requests",
                        "Requests under way that wait for a slot of their model.",
                        statistics.queuedRequests()),
                Family.gauge(
                        "llmsim_active_websocket_connections",
                        "Open WebSockets.",
                        statistics.activeWebsocketConnections()),
                Family.gauge(
                        "llmsim_connections",
                        "Open TCP connections.",
                        seen.server().connections()),
                Family.gauge(
                        "llmsim_buffered_body_bytes",
                        "Bytes of request bodies held in memory.",
                        seen.server().bufferedBytes()));
    }
}

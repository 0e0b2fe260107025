package llmsim.server.metrics;

import java.util.List;
import llmsim.engine.stats.Tally;
import llmsim.prometheus.model.snapshots.MetricSnapshot;

/** What is under way now. */
final class LoadMetrics {
    private LoadMetrics() {}

    static List<MetricSnapshot> of(Tally all, Observation.Now now) {
        return List.of(
                Family.gauge("llmsim_active_requests", "Requests under way.", all.active()),
                Family.gauge(
                        "llmsim_active_streams",
                        "Requests under way whose deltas are sent as they come.",
                        all.activeStreams()),
                Family.gauge(
                        "llmsim_queued_requests",
                        "Requests under way that wait for a slot of their model.",
                        now.queued()),
                Family.gauge("llmsim_active_websocket_connections", "Open WebSockets.", now.webSockets()),
                Family.gauge("llmsim_connections", "Open TCP connections.", now.connections()),
                Family.gauge(
                        "llmsim_buffered_body_bytes", "Bytes of request bodies held in memory.", now.bufferedBytes()));
    }
}

package llmsim.server.metrics;

import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;
import llmsim.engine.Incoming;
import llmsim.engine.Simulator;
import llmsim.prometheus.model.snapshots.MetricSnapshots;
import llmsim.server.http.Occupancy;
import llmsim.server.http.RouteDescription;
import llmsim.server.http.RouteDescription.Media;
import llmsim.server.http.SystemRoute;

/**
 * {@code GET /metrics}: the statistics, the server and its process as Prometheus reads them, in its own text or in
 * OpenMetrics, whichever is asked for.
 */
public final class MetricsRoute {
    private MetricsRoute() {}

    /**
     * The route of a server of this version of llmsim.
     *
     * @param vllmNames whether it tells the same also under the names of vLLM
     */
    public static SystemRoute of(Simulator simulator, Occupancy server, String version, boolean vllmNames) {
        return SystemRoute.answering(
                        Call.Method.GET,
                        "/metrics",
                        call -> answer(call.incoming(), Metrics.of(observe(simulator, server, version), vllmNames)))
                .described(RouteDescription.of(
                        "getMetrics",
                        "The counters for Prometheus, as its own text or as OpenMetrics",
                        Media.text(ExpositionFormat.PROMETHEUS.contentType()),
                        Media.text(ExpositionFormat.OPEN_METRICS.contentType())));
    }

    private static Observation observe(Simulator simulator, Occupancy server, String version) {
        var now = new Observation.Now(
                simulator.behaviour().gates().queued(),
                server.webSockets(),
                server.connections(),
                server.bufferedBytes(),
                simulator.activeIncidents(),
                simulator.behaviour().gates().slots());
        return new Observation(simulator.totals(), now, ProcessReading.now(), version);
    }

    private static Answer answer(Incoming incoming, MetricSnapshots metrics) {
        var format = Negotiation.of(incoming.headers());
        return new Answer(200, format.contentType(), Headers.NONE, format.write(metrics));
    }
}

package llmsim.server.metrics;

import java.util.List;
import java.util.stream.Stream;
import llmsim.prometheus.model.snapshots.MetricSnapshot;
import llmsim.prometheus.model.snapshots.MetricSnapshots;

/** All families of metrics, made of what was seen at one moment and of nothing else. */
final class Metrics {
    private Metrics() {}

    static MetricSnapshots of(Observation seen) {
        var totals = seen.totals();
        var all = totals.all();
        var families = Stream.of(
                        build(seen.version()),
                        LoadMetrics.of(all, seen.now()),
                        RequestMetrics.of(totals),
                        TimeMetrics.of(totals),
                        TokenMetrics.of(all),
                        FaultMetrics.of(totals.faults(), seen.now().incidents()),
                        ProcessMetrics.of(seen.process()),
                        JvmMetrics.of(seen.process()))
                .flatMap(List::stream)
                .toList();
        return new MetricSnapshots(families);
    }

    private static List<MetricSnapshot> build(String version) {
        return List.of(Family.info("llmsim_build_info", "The version of llmsim.", Points.labels("version", version)));
    }
}

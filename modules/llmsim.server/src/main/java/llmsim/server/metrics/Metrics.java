package llmsim.server.metrics;

import java.util.List;
import java.util.stream.Stream;
import llmsim.prometheus.model.snapshots.MetricSnapshot;
import llmsim.prometheus.model.snapshots.MetricSnapshots;

/** All families of metrics, made of what was seen at one moment and of nothing else. */
final class Metrics {
    private Metrics() {}

    static MetricSnapshots of(Observation seen) {
        var families = Stream.of(
                        build(seen.version()),
                        LoadMetrics.of(seen),
                        EndMetrics.of(seen.statistics()),
                        TokenMetrics.of(seen.statistics()),
                        FaultMetrics.of(seen.statistics()),
                        ProcessMetrics.of(seen.process()),
                        JvmMetrics.of(seen.process()))
                .flatMap(List::stream)
                .toList();
        return new MetricSnapshots(families);
    }

    private static List<MetricSnapshot> build(String version) {
        return List.of(Family.info("llmsim_build", "The version of llmsim.", Points.labels("version", version)));
    }
}

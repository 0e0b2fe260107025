package llmsim.server.metrics;

import java.util.List;
import java.util.stream.Stream;
import llmsim.engine.stats.Origin;
import llmsim.engine.stats.Tally;
import llmsim.prometheus.model.snapshots.MetricSnapshot;
import llmsim.prometheus.model.snapshots.MetricSnapshots;

/** All families of metrics, made of what was seen at one moment and of nothing else. */
final class Metrics {
    private Metrics() {}

    /**
     * @param vllmNames whether also under the names of vLLM
     */
    static MetricSnapshots of(Observation seen, boolean vllmNames) {
        return new MetricSnapshots(
                Stream.concat(own(seen), vllmNames ? vllm(seen) : Stream.of()).toList());
    }

    private static Stream<MetricSnapshot> own(Observation seen) {
        var totals = seen.totals();
        // Adding up a thousand rows of histograms is most of the work: once is enough.
        var endpoints = totals.by(Origin::endpoint);
        var all = Tally.sum(endpoints.values());
        return Stream.of(
                        build(seen.version()),
                        LoadMetrics.of(all, seen.now()),
                        RequestMetrics.of(totals, all),
                        TimeMetrics.of(endpoints, totals.scheduleLag()),
                        TokenMetrics.of(all),
                        FaultMetrics.of(totals.faults(), seen.now().incidents()),
                        ProcessMetrics.of(seen.process()),
                        JvmMetrics.of(seen.process()))
                .flatMap(List::stream);
    }

    private static Stream<MetricSnapshot> vllm(Observation seen) {
        var models = VllmModels.of(seen.totals().by(Origin::model), seen.now().slots());
        return VllmMetrics.of(models).stream();
    }

    private static List<MetricSnapshot> build(String version) {
        return List.of(Family.info("llmsim_build_info", "The version of llmsim.", Points.labels("version", version)));
    }
}

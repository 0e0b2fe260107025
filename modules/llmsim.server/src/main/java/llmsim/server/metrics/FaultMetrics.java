package llmsim.server.metrics;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import llmsim.prometheus.model.snapshots.MetricSnapshot;

/** What goes wrong on purpose. */
final class FaultMetrics {
    private FaultMetrics() {}

    static List<MetricSnapshot> of(Map<String, Long> faults, List<String> incidents) {
        var lasting = incidents.stream().collect(toMap(name -> name, _ -> 1L, (one, _) -> one));
        return List.of(
                Family.counter(
                        "llmsim_faults",
                        "Faults that were put in on purpose, whether they ended the answer or not.",
                        Points.of("fault", faults)),
                Family.gauge(
                        "llmsim_incidents_active",
                        "1 for each incident that lasts now.",
                        Points.of("incident", lasting)));
    }
}

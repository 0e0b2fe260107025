package llmsim.server.metrics;

import java.util.Map;
import java.util.TreeMap;
import llmsim.engine.stats.Times;
import llmsim.prometheus.model.snapshots.Labels;

/**
 * Times by their labels; those of equal labels are counted together.
 *
 * @param byLabels in order
 */
record Distributions(Map<Labels, Times> byLabels) {

    /** Times for each text of one label, but where none were counted. */
    static Distributions of(String label, Map<String, Times> times) {
        var distributions = new TreeMap<Labels, Times>();
        times.forEach((text, counted) -> {
            if (counted.number() > 0) {
                distributions.merge(Points.labels(label, text), counted, Times::plus);
            }
        });
        return new Distributions(distributions);
    }
}

package llmsim.server.metrics;

import java.util.Map;
import java.util.TreeMap;
import llmsim.prometheus.model.snapshots.Labels;

/**
 * The values of a family by their labels. Values of equal labels are added up, for two series of the same name and
 * labels would make a scrape invalid.
 *
 * @param byLabels in order
 */
record Points(Map<Labels, Double> byLabels) {

    /** One value without labels. */
    static Points of(Number value) {
        return new Points(Map.of(Labels.EMPTY, value.doubleValue()));
    }

    /** A value for each text of one label. */
    static Points of(String label, Map<String, ? extends Number> values) {
        var points = new TreeMap<Labels, Double>();
        values.forEach((text, value) -> points.merge(labels(label, text), value.doubleValue(), Double::sum));
        return new Points(points);
    }

    /** Labels of names, each with its value: {@code labels("a", "1", "b", "2")}. */
    static Labels labels(String... namesAndValues) {
        var texts = namesAndValues.clone();
        for (var i = 1; i < texts.length; i += 2) {
            texts[i] = LabelText.of(texts[i]);
        }
        return Labels.of(texts);
    }
}

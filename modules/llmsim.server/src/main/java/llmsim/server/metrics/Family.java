package llmsim.server.metrics;

import java.util.Map;
import llmsim.prometheus.model.snapshots.CounterSnapshot;
import llmsim.prometheus.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import llmsim.prometheus.model.snapshots.GaugeSnapshot;
import llmsim.prometheus.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import llmsim.prometheus.model.snapshots.HistogramSnapshot;
import llmsim.prometheus.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import llmsim.prometheus.model.snapshots.Labels;
import llmsim.prometheus.model.snapshots.MetricSnapshot;

/** Makes families of metrics: a name, what it means, and its values. */
final class Family {
    private Family() {}

    /** Something that only grows; its format adds {@code _total} to the name. */
    static MetricSnapshot counter(String name, String help, Points points) {
        var family = CounterSnapshot.builder().name(name).help(help);
        points.byLabels()
                .forEach((labels, value) -> family.dataPoint(CounterDataPointSnapshot.builder()
                        .labels(labels)
                        .value(value)
                        .build()));
        return family.build();
    }

    static MetricSnapshot counter(String name, String help, Number value) {
        return counter(name, help, Points.of(value));
    }

    /** Something that grows and shrinks. */
    static MetricSnapshot gauge(String name, String help, Points points) {
        var family = GaugeSnapshot.builder().name(name).help(help);
        points.byLabels()
                .forEach((labels, value) -> family.dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(labels)
                        .value(value)
                        .build()));
        return family.build();
    }

    static MetricSnapshot gauge(String name, String help, Number value) {
        return gauge(name, help, Points.of(value));
    }

    /** How long things took, in seconds. */
    static MetricSnapshot histogram(String name, String help, Buckets buckets, Distributions distributions) {
        var family = HistogramSnapshot.builder().name(name).help(help);
        distributions
                .byLabels()
                .forEach((labels, times) -> family.dataPoint(HistogramDataPointSnapshot.builder()
                        .labels(labels)
                        .classicHistogramBuckets(buckets.count(times))
                        .sum(Buckets.sum(times))
                        .build()));
        return family.build();
    }

    /** What is always 1 and says something in its labels. Not of OpenMetrics' type info, which promtool does not know. */
    static MetricSnapshot info(String name, String help, Labels labels) {
        return gauge(name, help, new Points(Map.of(labels, 1.0)));
    }
}

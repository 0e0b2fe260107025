package llmsim.server.metrics;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.function.ToLongFunction;
import llmsim.prometheus.model.snapshots.MetricSnapshot;
import llmsim.prometheus.model.snapshots.SummarySnapshot;
import llmsim.prometheus.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;

/** The JVM, under the names of Prometheus' own Java instrumentation. */
final class JvmMetrics {
    private JvmMetrics() {}

    static List<MetricSnapshot> of(ProcessState process) {
        var threads = process.threads();
        var jvm = process.jvm();
        return List.of(
                memory(process, "used", "Used bytes", ProcessState.Memory::usedBytes),
                memory(process, "committed", "Committed bytes", ProcessState.Memory::committedBytes),
                memory(process, "max", "Max bytes", ProcessState.Memory::maxBytes),
                collections(process.collectors()),
                Family.gauge("jvm_threads_current", "Current thread count of a JVM.", threads.current()),
                Family.gauge("jvm_threads_daemon", "Daemon thread count of a JVM.", threads.daemon()),
                Family.gauge("jvm_threads_peak", "Peak thread count of a JVM.", threads.peak()),
                Family.counter("jvm_threads_started", "Started thread count of a JVM.", threads.started()),
                Family.info(
                        "jvm_runtime_info",
                        "JVM runtime info.",
                        Points.labels("runtime", jvm.name(), "vendor", jvm.vendor(), "version", jvm.version())));
    }

    private static MetricSnapshot memory(
            ProcessState process, String what, String help, ToLongFunction<ProcessState.Memory> bytes) {
        var byArea = process.memory().stream().collect(toMap(ProcessState.Memory::area, bytes::applyAsLong));
        return Family.gauge(
                "jvm_memory_" + what + "_bytes", help + " of a given JVM memory area.", Points.of("area", byArea));
    }

    private static MetricSnapshot collections(List<ProcessState.Collector> collectors) {
        var family = SummarySnapshot.builder()
                .name("jvm_gc_collection_seconds")
                .help("Time spent in a given JVM garbage collector in seconds.");
        collectors.forEach(collector -> family.dataPoint(SummaryDataPointSnapshot.builder()
                .labels(Points.labels("gc", collector.name()))
                .count(collector.collections())
                .sum(collector.seconds())
                .build()));
        return family.build();
    }
}

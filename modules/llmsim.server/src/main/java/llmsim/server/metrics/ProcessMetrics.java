package llmsim.server.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import llmsim.prometheus.model.snapshots.MetricSnapshot;

/** The process, under the names that all of Prometheus' client libraries use. */
final class ProcessMetrics {
    private ProcessMetrics() {}

    static List<MetricSnapshot> of(ProcessState process) {
        var families = new ArrayList<MetricSnapshot>();
        families.add(Family.gauge(
                "process_start_time_seconds",
                "Start time of the process since unix epoch in seconds.",
                process.startSeconds()));
        process.cpuSeconds()
                .ifPresent(seconds -> families.add(Family.counter(
                        "process_cpu_seconds", "Total user and system CPU time spent in seconds.", seconds)));
        add(families, "process_open_fds", "Number of open file descriptors.", process.openFiles());
        add(families, "process_max_fds", "Maximum number of open file descriptors.", process.maxFiles());
        add(families, "process_resident_memory_bytes", "Resident memory size in bytes.", process.residentBytes());
        add(families, "process_virtual_memory_bytes", "Virtual memory size in bytes.", process.virtualBytes());
        return families;
    }

    private static void add(List<MetricSnapshot> families, String name, String help, OptionalLong value) {
        value.ifPresent(number -> families.add(Family.gauge(name, help, number)));
    }
}

package llmsim.server.metrics;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/** Reads what the JVM and the system say of this process. */
final class ProcessReading {
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;

    private ProcessReading() {}

    static ProcessState now() {
        var linux = LinuxMemory.read();
        return new ProcessState(
                cpuSeconds(),
                ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS,
                unix(UnixOperatingSystemMXBean::getOpenFileDescriptorCount),
                unix(UnixOperatingSystemMXBean::getMaxFileDescriptorCount),
                linux.resident(),
                linux.virtual(),
                memory(),
                collectors(),
                threads(),
                jvm());
    }

    private static OptionalDouble cpuSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                        && system.getProcessCpuTime() >= 0
                ? OptionalDouble.of(system.getProcessCpuTime() / NANOS)
                : OptionalDouble.empty();
    }

    private static OptionalLong unix(ToLongFunction<UnixOperatingSystemMXBean> number) {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? OptionalLong.of(number.applyAsLong(system))
                : OptionalLong.empty();
    }

    private static List<ProcessState.Memory> memory() {
        var memory = ManagementFactory.getMemoryMXBean();
        return List.of(memory("heap", memory.getHeapMemoryUsage()), memory("nonheap", memory.getNonHeapMemoryUsage()));
    }

    private static ProcessState.Memory memory(String area, MemoryUsage usage) {
        return new ProcessState.Memory(area, usage.getUsed(), usage.getCommitted(), usage.getMax());
    }

    private static List<ProcessState.Collector> collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(collector -> new ProcessState.Collector(
                        collector.getName(),
                        Math.max(0, collector.getCollectionCount()),
                        Math.max(0, collector.getCollectionTime()) / MILLIS))
                .toList();
    }

    private static ProcessState.Threads threads() {
        var threads = ManagementFactory.getThreadMXBean();
        return new ProcessState.Threads(
                threads.getThreadCount(),
                threads.getDaemonThreadCount(),
                threads.getPeakThreadCount(),
                threads.getTotalStartedThreadCount());
    }

    private static ProcessState.Jvm jvm() {
        var runtime = Runtime.version();
        return new ProcessState.Jvm(
                System.getProperty("java.runtime.name", "unknown"),
                System.getProperty("java.vm.vendor", "unknown"),
                runtime.toString());
    }
}

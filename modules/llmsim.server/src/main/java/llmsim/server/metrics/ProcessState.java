package llmsim.server.metrics;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The process and its JVM at one moment; empty is what this machine does not tell.
 *
 * @param startSeconds since 1970
 * @param residentBytes memory of the machine that is in use
 */
record ProcessState(
        OptionalDouble cpuSeconds,
        double startSeconds,
        OptionalLong openFiles,
        OptionalLong maxFiles,
        OptionalLong residentBytes,
        OptionalLong virtualBytes,
        List<Memory> memory,
        List<Collector> collectors,
        Threads threads,
        Jvm jvm) {

    /**
     * A kind of memory of the JVM.
     *
     * @param area {@code heap} or {@code nonheap}
     * @param maxBytes -1 if there is no bound
     */
    record Memory(String area, long usedBytes, long committedBytes, long maxBytes) {}

    /** A garbage collector, what it did and how long that took. */
    record Collector(String name, long collections, double seconds) {}

    /** Threads of the platform; virtual ones are not counted. */
    record Threads(int current, int daemon, int peak, long started) {}

    /** Which JVM it is. */
    record Jvm(String name, String vendor, String version) {}
}

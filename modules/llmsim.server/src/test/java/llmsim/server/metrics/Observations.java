package llmsim.server.metrics;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import llmsim.engine.gate.SlotLoad;
import llmsim.engine.stats.Totals;
import llmsim.prometheus.model.snapshots.MetricSnapshots;

/** What scrapes see, in tests. */
final class Observations {
    private Observations() {}

    /** On a machine that tells as little as can be. */
    static Observation of(Totals totals, List<String> incidents, String version) {
        var process = new ProcessState(
                OptionalDouble.empty(),
                1.5e9,
                OptionalLong.empty(),
                OptionalLong.of(Long.MAX_VALUE),
                OptionalLong.empty(),
                OptionalLong.empty(),
                List.of(new ProcessState.Memory("heap", 1, 2, -1)),
                List.of(new ProcessState.Collector("Copy \"x\"\n", 3, 0.25)),
                new ProcessState.Threads(1, 1, 1, 1),
                new ProcessState.Jvm("a", "b", "c"));
        return new Observation(totals, now(incidents, Map.of()), process, version);
    }

    /** With something in every family that there is. */
    static Observation ofEverything() {
        var all = new ProcessState(
                OptionalDouble.of(1),
                1.5e9,
                OptionalLong.of(1),
                OptionalLong.of(1),
                OptionalLong.of(1),
                OptionalLong.of(1),
                List.of(new ProcessState.Memory("heap", 1, 2, 3)),
                List.of(new ProcessState.Collector("Copy", 3, 0.25)),
                new ProcessState.Threads(1, 1, 1, 1),
                new ProcessState.Jvm("a", "b", "c"));
        var now = now(List.of("outage"), Map.of("gpt-5", new SlotLoad(4, 3, 1)));
        return new Observation(Happenings.ofEveryKind(), now, all, "1");
    }

    private static Observation.Now now(List<String> incidents, Map<String, SlotLoad> slots) {
        return new Observation.Now(1, 2, 3, 4, incidents, slots);
    }

    static String written(ExpositionFormat format, MetricSnapshots metrics) {
        return new String(format.write(metrics).toByteArray(), StandardCharsets.UTF_8);
    }
}

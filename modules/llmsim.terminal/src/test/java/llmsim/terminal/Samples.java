package llmsim.terminal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import llmsim.engine.stats.Percentiles;
import llmsim.engine.stats.StatisticsSnapshot;
import llmsim.terminal.history.History;
import llmsim.terminal.shown.Shown;
import llmsim.terminal.shown.Title;

/** Statistics to show. */
public final class Samples {
    public static final Title TITLE = new Title("llmsim 1.0", "http://localhost:8080");

    private Samples() {}

    /** A server that has much to do, after so many seconds. */
    public static StatisticsSnapshot busy(long seconds) {
        var models = new LinkedHashMap<String, Long>();
        models.put("gpt-5", 600 * seconds);
        models.put("gpt-4o", 250 * seconds);
        models.put("模型-大型語言", 90 * seconds);
        models.put("a-model-with-a-name-that-goes-on-and-on-and-on", 60 * seconds);
        models.put("\u001b[2J\u001b]0;owned\u0007evil\u202e\nname", 40 * seconds);
        return statistics(seconds, models, Map.of("reset", 12 * seconds, "stall", 3 * seconds), List.of("slow noon"));
    }

    public static StatisticsSnapshot statistics(
            long seconds, Map<String, Long> models, Map<String, Long> faults, List<String> incidents) {
        var lag = seconds == 99 ? 31.7 : 1.92;
        var requests = (long) (1_040 * seconds + 400 * Math.sin(seconds / 3.0));
        return new StatisticsSnapshot(
                seconds,
                seconds,
                requests,
                37,
                4,
                requests - 1_000,
                seconds,
                12 * seconds,
                requests - 300,
                300,
                requests,
                0,
                0,
                0,
                0,
                2,
                requests * 12,
                requests * 100,
                requests * 112,
                requests / 731.0,
                88 * seconds,
                70 * seconds,
                15 * seconds,
                3 * seconds,
                1_017.3,
                98_765.4,
                OptionalDouble.of(812.4),
                OptionalDouble.of(3.2),
                OptionalDouble.of(130_000),
                percentiles(640, 1_900, 21_000),
                percentiles(210.5, 480, 990),
                percentiles(12.25, 31, 88),
                lag > 10 ? "degraded" : "ok",
                lag > 10 ? "99 % of tokens are 31.70 ms late or less; more than 10 ms is too much" : "",
                new StatisticsSnapshot.ScheduleLag(0.4, lag, 31.7),
                models,
                Map.of("rate_limit", 70 * seconds),
                Map.of("tokens per minute", 44 * seconds, "requests per minute", 2 * seconds),
                faults,
                incidents,
                Map.of(),
                Map.of());
    }

    private static Percentiles percentiles(double p50, double p90, double p99) {
        return new Percentiles(OptionalDouble.of(p50), OptionalDouble.of(p90), OptionalDouble.of(p99));
    }

    /** A minute of it. */
    public static Shown shown(List<String> log) {
        var history = History.NONE;
        for (var second = 0; second <= 60; second++) {
            history = history.with(busy(second), second * 1_000_000_000L);
        }
        return new Shown(TITLE, Optional.of(busy(3_723)), history, Optional.empty(), log, false, false);
    }
}

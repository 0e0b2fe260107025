package llmsim.terminal.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import llmsim.engine.stats.Percentiles;
import llmsim.engine.stats.StatisticsSnapshot;
import llmsim.terminal.history.Pace;
import llmsim.terminal.shown.Shown;
import llmsim.terminal.text.Numbers;

/** The parts of the picture, made of the statistics. */
record Parts(Shown shown, StatisticsSnapshot statistics) {
    Part requests() {
        return new Entries(
                "requests",
                List.of(
                        count("total", statistics.totalRequests()),
                        count("active", statistics.activeRequests()),
                        count("queued", statistics.queuedRequests(), Tone.WARNING),
                        count("completed", statistics.completedRequests()),
                        count("cancelled", statistics.cancelledRequests(), Tone.WARNING),
                        count("broken", statistics.brokenStreams(), Tone.WARNING)));
    }

    Part tokens() {
        return new Entries(
                "tokens",
                List.of(
                        count("total", statistics.totalTokens()),
                        count("prompt", statistics.promptTokens()),
                        count("completion", statistics.completionTokens()),
                        new Entry("tok/s", room -> Numbers.rate(statistics.tokensPerSecond(), room)),
                        new Entry("req/s", room -> Numbers.rate(statistics.requestsPerSecond(), room)),
                        new Entry("cost", room -> Numbers.dollars(statistics.costDollars(), room))));
    }

    Part errors() {
        return new Entries(
                "errors",
                List.of(
                        count("total", statistics.totalErrors(), Tone.BAD),
                        count("429", statistics.rateLimitErrors(), Tone.WARNING),
                        count("5xx", statistics.serverErrors(), Tone.BAD),
                        count("timeouts", statistics.timeoutErrors(), Tone.BAD)));
    }

    Part times() {
        var none = OptionalDouble.empty();
        var lag = statistics.scheduleLagMs();
        return new Times(
                "times, ms",
                List.of("mean", "min", "p50", "p90", "p99", "max"),
                List.of(
                        row(
                                "answer",
                                statistics.avgLatencyMs(),
                                statistics.minLatencyMs(),
                                statistics.latencyMs(),
                                statistics.maxLatencyMs()),
                        row("TTFT", none, none, statistics.ttftMs(), none),
                        row("gap", none, none, statistics.interTokenMs(), none),
                        new Times.Row(
                                "late by",
                                List.of(none, none, some(lag.p50()), none, some(lag.p99()), some(lag.max())),
                                Timing.tone(statistics))));
    }

    private static Times.Row row(
            String name, OptionalDouble mean, OptionalDouble min, Percentiles percentiles, OptionalDouble max) {
        return new Times.Row(
                name, List.of(mean, min, percentiles.p50(), percentiles.p90(), percentiles.p99(), max), Tone.PLAIN);
    }

    private static OptionalDouble some(double number) {
        return OptionalDouble.of(number);
    }

    Part requestsOverTime() {
        return new Spark("requests/s", paces().stream().map(Pace::requests).toList(), Tone.REQUESTS);
    }

    Part tokensOverTime() {
        return new Spark("tokens/s", paces().stream().map(Pace::tokens).toList(), Tone.TOKENS);
    }

    private List<Pace> paces() {
        return shown.history().seconds();
    }

    Part models() {
        return new Bars("models", statistics.modelRequests(), Tone.REQUESTS);
    }

    Part faults() {
        return new Counts("faults", List.of(), statistics.faults());
    }

    Part limits() {
        return new Counts("limits hit, incidents", statistics.activeIncidents(), statistics.limitsHit());
    }

    /** Where there is no room for both. */
    Part faultsAndLimits() {
        var both = new TreeMap<>(statistics.faults());
        statistics.limitsHit().forEach((limit, hits) -> both.merge(limit, hits, Long::sum));
        return new Counts("faults, limits", statistics.activeIncidents(), both);
    }

    Part log() {
        return new Lines("log", new ArrayList<>(shown.log()));
    }

    private static Entry count(String name, long number) {
        return new Entry(name, room -> Numbers.count(number, room));
    }

    private static Entry count(String name, long number, Tone unlessNone) {
        return new Entry(name, room -> Numbers.count(number, room), number == 0 ? Tone.PLAIN : unlessNone);
    }
}

package llmsim.engine.stats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What of a snapshot is no sum of what was counted, but as it is now. */
record Gauges(
        long uptimeSecs,
        long countedSecs,
        int queued,
        int connections,
        double requestsPerSecond,
        double tokensPerSecond,
        OptionalDouble leastLatency,
        OptionalDouble greatestLatency,
        Timing timing,
        List<String> incidents) {

    StatisticsSnapshot snapshot(Totals totals) {
        var all = totals.all();
        return new StatisticsSnapshot(
                uptimeSecs,
                countedSecs,
                all.requests(),
                all.active(),
                queued,
                all.completed(),
                all.cancelled(),
                all.broken(),
                all.streaming(),
                all.requests() - all.streaming(),
                of(totals, "completions"),
                of(totals, "responses"),
                of(totals, "websocket"),
                of(totals, "messages"),
                of(totals, "images"),
                connections,
                all.promptTokens(),
                all.completionTokens(),
                all.promptTokens() + all.completionTokens(),
                dollars(all),
                all.errors(),
                totals.errors("rate_limit", "quota"),
                totals.errors("server_error", "unavailable", "defect"),
                totals.errors("timeout"),
                requestsPerSecond,
                tokensPerSecond,
                all.latency().mean(),
                leastLatency,
                greatestLatency,
                Percentiles.of(all.latency()),
                Percentiles.of(all.ttft()),
                Percentiles.of(all.interToken()),
                timing.verdict().word(),
                timing.reason(),
                timing.lag(),
                modelRequests(totals),
                totals.errors(),
                totals.limits(),
                totals.faults(),
                incidents,
                table(totals, Origin::model),
                table(totals, Origin::endpoint));
    }

    private static long of(Totals totals, String kind) {
        return totals.sum(origin -> origin.kind().equals(kind)).requests();
    }

    private static Map<String, Long> modelRequests(Totals totals) {
        var requests = new LinkedHashMap<String, Long>();
        totals.by(Origin::model).forEach((model, tally) -> requests.put(model, tally.requests()));
        requests.remove("");
        return requests;
    }

    private static Map<String, StatisticsSnapshot.Line> table(Totals totals, Function<Origin, String> name) {
        var lines = new LinkedHashMap<String, StatisticsSnapshot.Line>();
        totals.by(name).forEach((key, tally) -> lines.put(key, line(tally)));
        lines.remove("");
        return lines;
    }

    private static StatisticsSnapshot.Line line(Tally tally) {
        return new StatisticsSnapshot.Line(
                tally.requests(),
                tally.active(),
                tally.completed(),
                tally.cancelled(),
                tally.broken(),
                tally.errors(),
                tally.statuses(),
                tally.promptTokens(),
                tally.completionTokens(),
                dollars(tally),
                Percentiles.of(tally.latency()),
                Percentiles.of(tally.ttft()),
                Percentiles.of(tally.interToken()));
    }

    private static double dollars(Tally tally) {
        return tally.costNanodollars() / 1e9;
    }
}

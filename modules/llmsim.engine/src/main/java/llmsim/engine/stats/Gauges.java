package llmsim.engine.stats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

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
        var models = totals.by(Origin::model);
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
                totals.ofKind("completions"),
                totals.ofKind("responses"),
                totals.ofKind("websocket"),
                totals.ofKind("messages"),
                totals.ofKind("images"),
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
                modelRequests(models),
                totals.errors(),
                totals.limits(),
                totals.faults(),
                incidents,
                table(models),
                table(totals.by(Origin::endpoint)));
    }

    private static Map<String, Long> modelRequests(Map<String, Tally> models) {
        var requests = new LinkedHashMap<String, Long>();
        models.forEach((model, tally) -> requests.put(model, tally.requests()));
        requests.remove("");
        return requests;
    }

    private static Map<String, StatisticsSnapshot.Line> table(Map<String, Tally> sums) {
        var lines = new LinkedHashMap<String, StatisticsSnapshot.Line>();
        sums.forEach((key, tally) -> lines.put(key, line(tally)));
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

package llmsim.engine.stats;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The counters of a run at one moment, in the order and under the names (in snake case) of {@code /llmsim/stats}. Total
 * requests = active + completed + cancelled + broken + errors.
 *
 * @param uptimeSecs seconds since the start
 * @param countedSecs seconds since the last reset, else since the start: over these all sums and percentiles are
 * @param queuedRequests of the active ones, those that wait for a slot
 * @param cancelledRequests the client went away before the end
 * @param brokenStreams broken on purpose
 * @param costDollars of all tokens at list prices; models without one cost nothing
 * @param requestsPerSecond over the last 60 seconds
 * @param tokensPerSecond completion tokens, likewise
 * @param avgLatencyMs of completed requests, from arrival to the last byte; empty while there is none
 * @param latencyMs the same as percentiles
 * @param ttftMs of streams, from arrival to the first token
 * @param interTokenMs of streams, from token to token; those of one chunk share its time
 * @param timing {@code ok} or {@code degraded}: whether answers come when they should
 * @param timingReason why, in a sentence
 * @param modelRequests requests by model; past a bound of different names under {@code other}
 * @param errors by category, such as {@code rate_limit}
 * @param limitsHit requests refused by each rate limit, such as {@code tokens per minute}
 * @param faults put in on purpose, by name, whether they ended the answer or not; bounded likewise
 * @param activeIncidents names of the incidents that last now
 * @param models what became of the requests of each model
 * @param endpoints what became of the requests of each endpoint, such as {@code openai/completions}
 */
public record StatisticsSnapshot(
        long uptimeSecs,
        long countedSecs,
        long totalRequests,
        long activeRequests,
        long queuedRequests,
        long completedRequests,
        long cancelledRequests,
        long brokenStreams,
        long streamingRequests,
        long nonStreamingRequests,
        long completionsRequests,
        long responsesRequests,
        long websocketRequests,
        long messagesRequests,
        long imageRequests,
        long activeWebsocketConnections,
        long promptTokens,
        long completionTokens,
        long totalTokens,
        double costDollars,
        long totalErrors,
        long rateLimitErrors,
        long serverErrors,
        long timeoutErrors,
        double requestsPerSecond,
        double tokensPerSecond,
        OptionalDouble avgLatencyMs,
        OptionalDouble minLatencyMs,
        OptionalDouble maxLatencyMs,
        Percentiles latencyMs,
        Percentiles ttftMs,
        Percentiles interTokenMs,
        String timing,
        String timingReason,
        ScheduleLag scheduleLagMs,
        Map<String, Long> modelRequests,
        Map<String, Long> errors,
        Map<String, Long> limitsHit,
        Map<String, Long> faults,
        List<String> activeIncidents,
        Map<String, Line> models,
        Map<String, Line> endpoints) {

    /** Milliseconds between the moment at which a frame was due and the one at which it was written, over the last minute. */
    public record ScheduleLag(double p50, double p99, double max) {}

    /**
     * What became of some of the requests.
     *
     * @param statuses ended requests by the status of HTTP that they were answered with; 0 where no answer has begun
     */
    public record Line(
            long requests,
            long active,
            long completed,
            long cancelled,
            long broken,
            long errors,
            Map<Integer, Long> statuses,
            long promptTokens,
            long completionTokens,
            double costDollars,
            Percentiles latencyMs,
            Percentiles ttftMs,
            Percentiles interTokenMs) {
        public Line {
            statuses = inOrder(statuses);
        }
    }

    public StatisticsSnapshot {
        modelRequests = inOrder(modelRequests);
        errors = inOrder(errors);
        limitsHit = inOrder(limitsHit);
        faults = inOrder(faults);
        activeIncidents = List.copyOf(activeIncidents);
        models = inOrder(models);
        endpoints = inOrder(endpoints);
    }

    private static <K extends Comparable<K>, V> Map<K, V> inOrder(Map<K, V> named) {
        return Collections.unmodifiableMap(new TreeMap<>(named));
    }
}

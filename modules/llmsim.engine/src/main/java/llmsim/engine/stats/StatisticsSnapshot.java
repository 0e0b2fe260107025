package llmsim.engine.stats;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The counters of a run at one moment, in the order and under the names (in snake case) of {@code /llmsim/stats}.
 *
 * @param uptimeSecs seconds since the start
 * @param queuedRequests of the active ones, those that wait for a slot
 * @param cancelledRequests the client went away before the end
 * @param brokenStreams broken on purpose
 * @param requestsPerSecond over the last 60 seconds
 * @param avgLatencyMs of completed requests, from arrival to the last byte; empty while there is none
 * @param modelRequests requests by model; past a bound of different names under {@code other}
 * @param faults put in on purpose, by name, whether they ended the answer or not; bounded likewise
 * @param activeIncidents names of the incidents that last now
 */
public record StatisticsSnapshot(
        long uptimeSecs,
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
        long totalErrors,
        long rateLimitErrors,
        long serverErrors,
        long timeoutErrors,
        double requestsPerSecond,
        OptionalDouble avgLatencyMs,
        OptionalDouble minLatencyMs,
        OptionalDouble maxLatencyMs,
        ScheduleLag scheduleLagMs,
        Map<String, Long> modelRequests,
        Map<String, Long> faults,
        List<String> activeIncidents) {

    /** Milliseconds between the moment at which a frame was due and the one at which it was written, over the last minute. */
    public record ScheduleLag(double p50, double p99, double max) {}

    public StatisticsSnapshot {
        modelRequests = inOrder(modelRequests);
        faults = inOrder(faults);
        activeIncidents = List.copyOf(activeIncidents);
    }

    private static Map<String, Long> inOrder(Map<String, Long> counts) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }
}

package llmsim.engine.stats;

import java.util.Map;

/**
 * What became of some requests: those of one model at one endpoint, or sums of these. Immutable. Requests = active +
 * completed + cancelled + broken + errors.
 *
 * @param requests that have begun
 * @param streaming of these, those whose deltas are sent as they come
 * @param activeStreams of these, those that have not ended
 * @param statuses ended requests by the status of HTTP that they were answered with; 0 where no answer has begun
 * @param costNanodollars at list prices, in billionths of a US dollar
 * @param latency of completed requests, from arrival to the last byte
 * @param ttft of streams, from arrival to the first token
 * @param interToken of streams, from token to token; those of one chunk share its time
 */
public record Tally(
        long requests,
        long streaming,
        long activeStreams,
        long completed,
        long cancelled,
        long broken,
        long errors,
        Map<Integer, Long> statuses,
        long promptTokens,
        long completionTokens,
        long costNanodollars,
        Times latency,
        Times ttft,
        Times interToken) {
    /** Nothing. */
    public static final Tally NONE =
            new Tally(0, 0, 0, 0, 0, 0, 0, Map.of(), 0, 0, 0, Times.NONE, Times.NONE, Times.NONE);

    public Tally {
        statuses = Map.copyOf(statuses);
    }

    /** Requests that have not ended. */
    public long active() {
        return requests - completed - cancelled - broken - errors;
    }

    /** These and others. */
    public Tally plus(Tally others) {
        return new Tally(
                requests + others.requests,
                streaming + others.streaming,
                activeStreams + others.activeStreams,
                completed + others.completed,
                cancelled + others.cancelled,
                broken + others.broken,
                errors + others.errors,
                Sums.plus(statuses, others.statuses),
                promptTokens + others.promptTokens,
                completionTokens + others.completionTokens,
                costNanodollars + others.costNanodollars,
                latency.plus(others.latency),
                ttft.plus(others.ttft),
                interToken.plus(others.interToken));
    }

    /** These without what had ended before; what was active then is among them. */
    public Tally since(Tally before) {
        return new Tally(
                requests - before.requests + before.active(),
                streaming - before.streaming + before.activeStreams,
                activeStreams,
                completed - before.completed,
                cancelled - before.cancelled,
                broken - before.broken,
                errors - before.errors,
                Sums.minus(statuses, before.statuses),
                promptTokens - before.promptTokens,
                completionTokens - before.completionTokens,
                costNanodollars - before.costNanodollars,
                latency.minus(before.latency),
                ttft.minus(before.ttft),
                interToken.minus(before.interToken));
    }
}

package llmsim.engine.stats;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

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

    /** All of them together. */
    public static Tally sum(Collection<Tally> tallies) {
        var statuses = new HashMap<Integer, Long>();
        var latency = new Times.Sum();
        var ttft = new Times.Sum();
        var interToken = new Times.Sum();
        for (var each : tallies) {
            each.statuses.forEach((status, number) -> statuses.merge(status, number, Long::sum));
            latency.add(each.latency);
            ttft.add(each.ttft);
            interToken.add(each.interToken);
        }
        return new Tally(
                sum(tallies, Tally::requests),
                sum(tallies, Tally::streaming),
                sum(tallies, Tally::activeStreams),
                sum(tallies, Tally::completed),
                sum(tallies, Tally::cancelled),
                sum(tallies, Tally::broken),
                sum(tallies, Tally::errors),
                statuses,
                sum(tallies, Tally::promptTokens),
                sum(tallies, Tally::completionTokens),
                sum(tallies, Tally::costNanodollars),
                latency.times(),
                ttft.times(),
                interToken.times());
    }

    private static long sum(Collection<Tally> tallies, ToLongFunction<Tally> part) {
        return tallies.stream().mapToLong(part).sum();
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

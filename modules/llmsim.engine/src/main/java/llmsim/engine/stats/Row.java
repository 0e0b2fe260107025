package llmsim.engine.stats;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import llmsim.api.exchange.Outcome;
import llmsim.api.reply.Usage;

/** Counts the requests of one origin. Lock-free. */
final class Row {
    private final LongAdder requests = new LongAdder();
    private final LongAdder streams = new LongAdder();
    private final LongAdder streamsEnded = new LongAdder();
    private final LongAdder completed = new LongAdder();
    private final LongAdder cancelled = new LongAdder();
    private final LongAdder broken = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder promptTokens = new LongAdder();
    private final LongAdder completionTokens = new LongAdder();
    private final LongAdder cost = new LongAdder();
    private final ConcurrentHashMap<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
    private final Rarely latency = new Rarely();
    private final Rarely ttft = new Rarely();
    private final Rarely interToken = new Rarely();

    void begin(boolean streaming) {
        requests.increment();
        if (streaming) {
            streams.increment();
        }
    }

    void firstToken(long nanos) {
        ttft.histogram().count(nanos);
    }

    void tokens(long nanos, int tokens) {
        interToken.histogram().count(nanos / tokens, tokens);
    }

    void end(boolean streaming, Outcome outcome, int status, Usage usage, long costNanodollars, long nanos) {
        promptTokens.add(usage.promptTokens());
        completionTokens.add(usage.completionTokens());
        cost.add(costNanodollars);
        statuses.computeIfAbsent(status, _ -> new LongAdder()).increment();
        if (streaming) {
            streamsEnded.increment();
        }
        switch (outcome) {
            case Outcome.Done() -> {
                latency.histogram().count(nanos);
                completed.increment();
            }
            case Outcome.Cancelled() -> cancelled.increment();
            case Outcome.Broken _ -> broken.increment();
            case Outcome.Failed _, Outcome.Defect _ -> errors.increment();
        }
    }

    /** As it is now. Ends are read before beginnings, so that what is active is never less than nothing. */
    Tally tally() {
        var byStatus = statuses();
        var done = completed.sum();
        var gone = cancelled.sum();
        var cut = broken.sum();
        var failed = errors.sum();
        var ended = streamsEnded.sum();
        var begun = streams.sum();
        return new Tally(
                requests.sum(),
                begun,
                begun - ended,
                done,
                gone,
                cut,
                failed,
                byStatus,
                promptTokens.sum(),
                completionTokens.sum(),
                cost.sum(),
                latency.times(),
                ttft.times(),
                interToken.times());
    }

    private Map<Integer, Long> statuses() {
        var sums = new HashMap<Integer, Long>();
        statuses.forEach((status, number) -> sums.put(status, number.sum()));
        return sums;
    }
}

package llmsim.engine.stats;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.ExchangeListener;
import llmsim.api.exchange.Outcome;
import llmsim.api.problem.Problem;
import llmsim.api.reply.Usage;
import llmsim.api.spi.PacingContext.Load;
import llmsim.api.time.Clock;

/**
 * The counters of a run. At rest, all requests are either completed, cancelled, broken or errors; while some are active,
 * a snapshot may show a request under way in one counter and not yet in another. Thread-safe.
 */
public final class Statistics implements ExchangeListener, Load {
    private final Clock clock;
    private final long startNanos;
    private final AtomicInteger active = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final LongAdder total = new LongAdder();
    private final LongAdder completed = new LongAdder();
    private final LongAdder cancelled = new LongAdder();
    private final LongAdder broken = new LongAdder();
    private final LongAdder streaming = new LongAdder();
    private final LongAdder promptTokens = new LongAdder();
    private final LongAdder completionTokens = new LongAdder();
    private final ErrorCounts errors = new ErrorCounts();
    private final Names kinds = new Names();
    private final Names models = new Names();
    private final Names faults = new Names();
    private final Latencies latencies = new Latencies();
    private final Rate rate = new Rate();
    private final RecentLag lag = new RecentLag();

    public Statistics(Clock clock) {
        this.clock = clock;
        this.startNanos = clock.nanoTime();
    }

    @Override
    public void admitted(Exchange exchange) {
        count(exchange);
        active.incrementAndGet();
    }

    @Override
    public void refused(Exchange exchange, Problem problem) {
        count(exchange);
        errors.count(problem.category());
    }

    private void count(Exchange exchange) {
        total.increment();
        kinds.count(exchange.kind());
        rate.count(clock.nanoTime() - startNanos);
        if (exchange.streaming()) {
            streaming.increment();
        }
        if (!exchange.model().isEmpty()) {
            models.count(exchange.model());
        }
    }

    @Override
    public void wrote(Exchange exchange, long dueNanos, long atNanos, int tokens) {
        lag.count(atNanos - startNanos, atNanos - dueNanos);
    }

    @Override
    public void faulted(Exchange exchange, String fault) {
        faults.count(fault);
    }

    @Override
    public void ended(Exchange exchange, Outcome outcome, Usage usage, long atNanos) {
        promptTokens.add(usage.promptTokens());
        completionTokens.add(usage.completionTokens());
        switch (outcome) {
            case Outcome.Done() -> {
                completed.increment();
                latencies.count(atNanos - exchange.receivedNanos());
            }
            case Outcome.Cancelled() -> cancelled.increment();
            case Outcome.Broken _ -> broken.increment();
            case Outcome.Failed(var problem) -> errors.count(problem.category());
            case Outcome.Defect() -> errors.countDefect();
        }
        active.decrementAndGet();
    }

    /** A connection was opened that carries several calls. */
    public void connected() {
        connections.incrementAndGet();
    }

    /** One of those was closed. */
    public void disconnected() {
        connections.decrementAndGet();
    }

    @Override
    public int activeExchanges() {
        return active.get();
    }

    private StatisticsSnapshot.ScheduleLag scheduleLag(long now) {
        var lately = lag.lately(now);
        return new StatisticsSnapshot.ScheduleLag(lately.quantile(0.5), lately.quantile(0.99), lately.greatest());
    }

    /** The counters as they are now, while nobody waits for a slot. */
    public StatisticsSnapshot snapshot() {
        return snapshot(0, List.of());
    }

    /** The counters as they are now, while so many of the active requests wait for a slot, and these incidents last. */
    public StatisticsSnapshot snapshot(int queued, List<String> activeIncidents) {
        var now = clock.nanoTime() - startNanos;
        var requests = total.sum();
        var streamed = streaming.sum();
        return new StatisticsSnapshot(
                now / 1_000_000_000,
                requests,
                active.get(),
                queued,
                completed.sum(),
                cancelled.sum(),
                broken.sum(),
                streamed,
                requests - streamed,
                kinds.of("completions"),
                kinds.of("responses"),
                kinds.of("websocket"),
                kinds.of("messages"),
                kinds.of("images"),
                connections.get(),
                promptTokens.sum(),
                completionTokens.sum(),
                promptTokens.sum() + completionTokens.sum(),
                errors.total(),
                errors.rateLimits(),
                errors.serverErrors(),
                errors.timeouts(),
                rate.perSecond(now),
                latencies.average(),
                latencies.least(),
                latencies.greatest(),
                scheduleLag(now),
                models.all(),
                faults.all(),
                activeIncidents);
    }
}

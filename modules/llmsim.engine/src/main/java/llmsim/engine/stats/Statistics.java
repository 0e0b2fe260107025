package llmsim.engine.stats;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.ExchangeListener;
import llmsim.api.exchange.ExchangeTrace;
import llmsim.api.exchange.Outcome;
import llmsim.api.model.Models;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Usage;
import llmsim.api.spi.PacingContext.Load;
import llmsim.api.time.Clock;

/**
 * The counters of a run. Every request is active, completed, cancelled, broken, or an error, at every moment.
 * Thread-safe, and lock-free where requests pass.
 */
public final class Statistics implements ExchangeListener, Load {
    private static final String DEFECT = "defect";

    private final Clock clock;
    private final Supplier<Models> models;
    private final long startNanos;
    private final AtomicInteger active = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final Rows rows = new Rows();
    private final Names errors = new Names();
    private final Names faults = new Names();
    private final Names limits = new Names();
    private final Histogram lag = new Histogram();
    private final Rate requests = new Rate();
    private final Rate tokens = new Rate();
    private volatile Beginning beginning;

    /**
     * @param models whose list prices hold when a request ends
     */
    public Statistics(Clock clock, Supplier<Models> models) {
        this.clock = clock;
        this.models = models;
        this.startNanos = clock.nanoTime();
        this.beginning = new Beginning(Totals.NONE, 0, new Extremes(), new RecentLag());
    }

    /**
     * Where counting began, for those who look at what was counted.
     *
     * @param before what had been counted before
     */
    private record Beginning(Totals before, long nanos, Extremes latencies, RecentLag lag) {}

    @Override
    public ExchangeTrace begin(Exchange exchange, Call call, Optional<SimRequest> request) {
        var row = rows.at(new Origin(exchange.provider(), exchange.kind(), exchange.model()));
        row.begin(exchange.streaming());
        requests.count(now(), 1);
        return new Counting(this, exchange, row);
    }

    void enter() {
        active.incrementAndGet();
    }

    void leave() {
        active.decrementAndGet();
    }

    void fault(String name) {
        faults.count(name);
    }

    void wrote(long dueNanos, long atNanos, int more) {
        lag.count(atNanos - dueNanos);
        beginning.lag().count(atNanos - startNanos, atNanos - dueNanos);
        if (more > 0) {
            tokens.count(atNanos - startNanos, more);
        }
    }

    /** In billionths of a dollar; a model without a list price costs nothing. */
    long cost(String model, Usage usage) {
        return usage.totalTokens() == 0
                ? 0
                : models.get()
                        .find(model)
                        .flatMap(known -> known.prices())
                        .map(prices -> prices.nanodollars(usage))
                        .orElse(0L);
    }

    void end(Outcome outcome, long nanos) {
        switch (outcome) {
            case Outcome.Done() -> beginning.latencies().count(nanos);
            case Outcome.Failed(var problem) -> error(problem);
            case Outcome.Defect() -> errors.count(DEFECT);
            case Outcome.Cancelled _, Outcome.Broken _ -> {}
        }
    }

    private void error(Problem problem) {
        errors.count(word(problem.category()));
        if (problem instanceof Problem.RateLimited limited) {
            limits.count(
                    limited.quantity().plural() + " per " + limited.period().word());
        }
    }

    private static String word(Category category) {
        return category.name().toLowerCase(Locale.ROOT);
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

    /** All that was counted since the start, whether it was reset since or not. */
    public Totals totals() {
        return new Totals(rows.tallies(), errors.all(), faults.all(), limits.all(), lag.times());
    }

    /** Begins anew; requests that are active are the first to be counted again. What {@link #totals} tells goes on. */
    public void reset() {
        beginning = new Beginning(totals(), now(), new Extremes(), new RecentLag());
    }

    /** The counters as they are now, while nobody waits for a slot. */
    public StatisticsSnapshot snapshot() {
        return snapshot(0, List.of());
    }

    /** The counters as they are now, while so many of the active requests wait for a slot, and these incidents last. */
    public StatisticsSnapshot snapshot(int queued, List<String> activeIncidents) {
        var from = beginning;
        var now = now();
        var gauges = new Gauges(
                now / 1_000_000_000,
                (now - from.nanos()) / 1_000_000_000,
                queued,
                connections.get(),
                requests.perSecond(now),
                tokens.perSecond(now),
                from.latencies().least(),
                from.latencies().greatest(),
                Timing.of(from.lag().lately(now)),
                activeIncidents);
        return gauges.snapshot(totals().since(from.before()));
    }

    private long now() {
        return clock.nanoTime() - startNanos;
    }
}

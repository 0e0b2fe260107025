package llmsim.cli;

import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.ExchangeListener;
import llmsim.api.exchange.ExchangeTrace;
import llmsim.api.prompt.SimRequest;
import llmsim.api.time.Clock;
import llmsim.api.time.Waiter;
import llmsim.api.time.Wake;
import llmsim.engine.report.Report;
import llmsim.engine.report.Reporting;
import llmsim.engine.stats.Ration;
import llmsim.server.settings.LogSettings;

/**
 * A line of the log for each request, so many in a second at the most. A thread of its own writes them, so that a log that
 * nobody reads keeps no answer waiting; what it cannot keep up with is counted and left out. Thread-safe.
 */
final class RequestLog implements ExchangeListener, AutoCloseable {
    static final String NAME = "llmsim.requests";
    private static final int MOST_WAITING = 10_000;
    private static final System.Logger LOG = System.getLogger(NAME);

    private final Queue<Report> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private final Reporting reporting;
    private final Ration ration;
    private final Waiter waiter;

    private RequestLog(LogSettings settings, Clock clock) {
        this.ration = new Ration(clock, settings.requestsPerSecond());
        this.reporting = new Reporting(() -> wanted(settings), settings.prompts(), this::add);
        this.waiter = clock.waiter();
    }

    /** Begins to write; ends when it is closed, or when the clock is. */
    static RequestLog start(LogSettings settings, Clock clock) {
        var log = new RequestLog(settings, clock);
        Thread.ofPlatform().daemon().name("llmsim-log").start(log::write);
        return log;
    }

    private boolean wanted(LogSettings settings) {
        return settings.requestsPerSecond() > 0 && LOG.isLoggable(Level.INFO) && ration.take();
    }

    @Override
    public ExchangeTrace begin(Exchange exchange, Call call, Optional<SimRequest> request) {
        return reporting.begin(exchange, call, request);
    }

    private void add(Report report) {
        if (number.incrementAndGet() > MOST_WAITING) {
            number.decrementAndGet();
            ration.leaveOut();
        } else {
            waiting.add(report);
            waiter.signal();
        }
    }

    private void write() {
        while (waiter.await(Waiter.NEVER) != Wake.CANCELLED) {
            drain();
        }
    }

    private void drain() {
        for (var report = waiting.poll(); report != null; report = waiting.poll()) {
            number.decrementAndGet();
            LOG.log(Level.INFO, "{0}", report);
        }
        var leftOut = ration.takeLeftOut();
        if (leftOut > 0) {
            LOG.log(Level.INFO, "requests without a line of their own: {0}", leftOut);
        }
    }

    /** Writes what is waiting, and ends. */
    @Override
    public void close() {
        waiter.close();
        drain();
    }
}

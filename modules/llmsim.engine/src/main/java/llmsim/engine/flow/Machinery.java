package llmsim.engine.flow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.ExchangeListener;
import llmsim.api.exchange.ExchangeTrace;
import llmsim.api.prompt.SimRequest;
import llmsim.api.spi.PacingContext.Load;
import llmsim.api.spi.Store;
import llmsim.api.spi.Tokenizer;
import llmsim.api.time.Clock;
import llmsim.api.time.Waiter;
import llmsim.engine.Behaviour;
import llmsim.engine.Forwarder;
import llmsim.engine.incident.Incident;
import llmsim.engine.incident.IncidentWatch;
import llmsim.engine.incident.Timeline;
import llmsim.engine.random.Draws;
import llmsim.engine.random.Randomness;

/** What the flows of all calls of a run have in common. Thread-safe. */
public final class Machinery {
    private final Clock clock;
    private final Randomness randomness;
    private final Tokenizer tokenizer;
    private final Store store;
    private final ExchangeListener listener;
    private final Load load;
    private final Supplier<Behaviour> behaviour;
    private final Forwarder forwarder;
    private final Logs logs = new Logs();
    private final UnderWay underWay = new UnderWay();
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    private final IncidentWatch watch = new IncidentWatch();
    private final long startNanos;
    private volatile boolean closed;

    public Machinery(
            Clock clock,
            Randomness randomness,
            Tokenizer tokenizer,
            Store store,
            ExchangeListener listener,
            Load load,
            Supplier<Behaviour> behaviour,
            Forwarder forwarder) {
        this.clock = clock;
        this.startNanos = clock.nanoTime();
        this.randomness = randomness;
        this.tokenizer = tokenizer;
        this.store = store;
        this.listener = listener;
        this.load = load;
        this.behaviour = behaviour;
        this.forwarder = forwarder;
    }

    Clock clock() {
        return clock;
    }

    /** All randomness of the run. */
    public Randomness randomness() {
        return randomness;
    }

    Tokenizer tokenizer() {
        return tokenizer;
    }

    Store store() {
        return store;
    }

    /** An exchange begins: it is under way until its account is closed. */
    ExchangeTrace begin(Exchange exchange, Call call, Optional<SimRequest> request) {
        underWay.begin();
        return listener.begin(exchange, call, request);
    }

    Load load() {
        return load;
    }

    Forwarder forwarder() {
        return forwarder;
    }

    Logs logs() {
        return logs;
    }

    Behaviour behaviour() {
        return behaviour.get();
    }

    /** What lasts now; the log hears of it if that is news. */
    public List<Incident> lasting(Timeline incidents) {
        var lasting = incidents.at(clock.nanoTime() - startNanos);
        if (!incidents.incidents().isEmpty()) {
            watch.see(lasting);
        }
        return lasting;
    }

    /** What a call meets. */
    List<Incident> meeting(Timeline incidents, String provider, String model, Call call, Supplier<Draws> draws) {
        return lasting(incidents).isEmpty()
                ? List.of()
                : incidents.meeting(call.receivedNanos() - startNanos, provider, model, call, draws);
    }

    /** What a call meets that could not be read. */
    List<Incident> meetingUnread(Timeline incidents, String provider, String model, Call call) {
        return incidents.meetingUnread(call.receivedNanos() - startNanos, provider, model, call);
    }

    UnderWay underWay() {
        return underWay;
    }

    /**
     * Returns when no admitted exchange is under way, or when the time is over; whether none is.
     *
     * @param by the clock that measures the time
     */
    public boolean awaitIdle(Clock by, Duration within) {
        try (var waiter = by.waiter()) {
            return underWay.awaitNone(waiter, by.nanoTime() + within.toNanos());
        }
    }

    /** A waiter for a call; it must be given back to {@link #done}. */
    Waiter enter() {
        var waiter = clock.waiter();
        waiters.add(waiter);
        if (closed) {
            waiter.cancel();
        }
        return waiter;
    }

    void done(Waiter waiter) {
        waiters.remove(waiter);
        waiter.close();
    }

    /** Ends every wait, now and from now on. */
    public void cancelAll() {
        closed = true;
        waiters.forEach(Waiter::cancel);
    }
}

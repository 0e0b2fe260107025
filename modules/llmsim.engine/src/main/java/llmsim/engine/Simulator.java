package llmsim.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import llmsim.api.dialect.Answer;
import llmsim.api.exchange.ExchangeListener;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.reply.Usage;
import llmsim.api.spi.ProviderAdapter;
import llmsim.api.time.Clock;
import llmsim.engine.flow.CallFlow;
import llmsim.engine.flow.CollectingOutlet;
import llmsim.engine.flow.Machinery;
import llmsim.engine.flow.PlainAdapter;
import llmsim.engine.incident.Incident;
import llmsim.engine.journal.Journal;
import llmsim.engine.random.Randomness;
import llmsim.engine.stats.Listeners;
import llmsim.engine.stats.Statistics;
import llmsim.engine.stats.StatisticsSnapshot;
import llmsim.engine.stats.Totals;

/** The simulator without a transport: adapters, state and statistics of one run. Thread-safe. */
public final class Simulator implements Entrance, AutoCloseable {
    private final Equipment equipment;
    private final ReentrantLock changing = new ReentrantLock();
    private volatile Behaviour behaviour;
    private final Statistics statistics;
    private final Journal journal;
    private final Listeners listeners;
    private final Map<String, CallFlow> flows = new LinkedHashMap<>();
    private final CallFlow nowhere;
    private final Machinery machinery;

    public Simulator(Equipment equipment, Behaviour behaviour) {
        this.equipment = equipment;
        this.behaviour = behaviour;
        this.statistics = new Statistics(equipment.clock(), () -> this.behaviour.models());
        this.journal = new Journal(equipment.journal(), equipment.clock());
        this.listeners = listeners(equipment.listeners());
        this.machinery = new Machinery(
                equipment.clock(),
                new Randomness(equipment.seed()),
                equipment.tokenizer(),
                equipment.store(),
                listeners,
                statistics,
                this::behaviour,
                equipment.forwarder());
        equipment.adapters().forEach(adapter -> flows.put(adapter.name(), new CallFlow(adapter, machinery)));
        this.nowhere = new CallFlow(new PlainAdapter(), machinery);
    }

    private Listeners listeners(List<ExchangeListener> others) {
        var all = new ArrayList<ExchangeListener>();
        all.add(statistics);
        all.add(journal);
        all.addAll(others);
        return new Listeners(all);
    }

    /** One more hears of the exchanges that begin from now on. */
    public void listen(ExchangeListener listener) {
        listeners.add(listener);
    }

    /** The last requests and answers. */
    public Journal journal() {
        return journal;
    }

    @Override
    public List<ProviderAdapter> adapters() {
        return equipment.adapters();
    }

    @Override
    public void handle(String provider, Incoming incoming, Outlet outlet) {
        flow(provider).handle(incoming, outlet);
    }

    /** Answers a call and returns the whole of what a client would have got; status 0 if that is nothing. */
    public Answer call(String provider, Incoming incoming) {
        var collected = new CollectingOutlet();
        handle(provider, incoming, collected);
        return collected.answer();
    }

    @Override
    public Connection connect(String provider) {
        return new CountedConnection(flow(provider).connect(), statistics);
    }

    @Override
    public Optional<Problem> refusal(String provider, Incoming incoming) {
        return flow(provider).refusal(incoming);
    }

    @Override
    public void refuse(String provider, Incoming incoming, Problem problem, Outlet outlet) {
        flow(provider).refuse(incoming, problem, outlet);
    }

    private CallFlow flow(String provider) {
        return flows.getOrDefault(provider, nowhere);
    }

    /**
     * Answers a request without any API around it: through the same gates, from the same sources, in the same time.
     * Returns when the last event was heard; throws a {@link llmsim.api.problem.ProblemException} where a client would
     * get the provider's error.
     *
     * @param events hears every event when it is due
     */
    public Usage ask(SimRequest request, Consumer<ReplyEvent> events) {
        return nowhere.ask(request, events);
    }

    /**
     * Returns when nothing is under way: every exchange that was admitted has ended, and its last byte was written.
     * Whether that came to be within the time.
     *
     * @param by the clock that measures the time; one that goes by itself
     */
    public boolean awaitIdle(Clock by, Duration within) {
        return machinery.awaitIdle(by, within);
    }

    /** The clock of this run. */
    public Clock clock() {
        return equipment.clock();
    }

    /** The counters as they are now. */
    public StatisticsSnapshot statistics() {
        return statistics.snapshot(behaviour.gates().queued(), activeIncidents());
    }

    /** Names of the incidents that last now. */
    public List<String> activeIncidents() {
        return machinery.lasting(behaviour.incidents()).stream()
                .map(Incident::name)
                .toList();
    }

    /** All that was counted since the start; resets do not change it. */
    public Totals totals() {
        return statistics.totals();
    }

    /** Begins to count anew; requests that are active are the first to be counted again. */
    public void resetStatistics() {
        statistics.reset();
    }

    /** What requests get that come from now on. */
    public Behaviour behaviour() {
        return behaviour;
    }

    /** Changes what requests get that come from now on; those under way keep what they have. */
    public void change(UnaryOperator<Behaviour> change) {
        changing.lock();
        try {
            behaviour = change.apply(behaviour);
        } finally {
            changing.unlock();
        }
    }

    /** Counts how often each request came from 0 again, so that what is drawn by it repeats. */
    public void forgetOccurrences() {
        machinery.randomness().forgetOccurrences();
    }

    /** Forgets all that is stored. {@code false} if the store cannot, then nothing is forgotten. */
    public boolean forgetStored() {
        return equipment.store().clear();
    }

    /** Cancels what is under way, and closes the store and those listeners that can be closed. */
    @Override
    public void close() {
        machinery.cancelAll();
        listeners.close();
        equipment.store().close();
    }
}

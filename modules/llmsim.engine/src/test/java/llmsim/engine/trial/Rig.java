package llmsim.engine.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import llmsim.api.content.Bytes;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.ExchangeListener;
import llmsim.api.exchange.Headers;
import llmsim.api.model.Model;
import llmsim.api.model.Models;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Decision;
import llmsim.api.reply.Reply;
import llmsim.api.settings.SettingsException;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.ProviderAdapter;
import llmsim.api.spi.ResponseGenerator;
import llmsim.api.spi.Tokenizer;
import llmsim.api.token.Encoding;
import llmsim.engine.Behaviour;
import llmsim.engine.Equipment;
import llmsim.engine.Forwarder;
import llmsim.engine.Incoming;
import llmsim.engine.Simulator;
import llmsim.engine.access.AcceptedKeys;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.configuration.ErrorSettings;
import llmsim.engine.configuration.JournalSettings;
import llmsim.engine.configuration.ResponseSettings.GeneratorChoice;
import llmsim.engine.configuration.StreamFault;
import llmsim.engine.fault.ErrorPlan;
import llmsim.engine.fault.ErrorRates;
import llmsim.engine.fault.Luck;
import llmsim.engine.gate.Gate;
import llmsim.engine.gate.Gates;
import llmsim.engine.generate.Echo;
import llmsim.engine.generate.Sequence;
import llmsim.engine.incident.Incident;
import llmsim.engine.incident.Timeline;
import llmsim.engine.latency.ProfileChoice;
import llmsim.engine.latency.ProfileTable;
import llmsim.engine.override.Overriding;
import llmsim.engine.random.RunSeed;
import llmsim.engine.schema.SchemaMemo;
import llmsim.engine.source.Decided;
import llmsim.engine.source.GeneratorSource;
import llmsim.engine.source.Source;
import llmsim.engine.store.MemoryStore;
import llmsim.tokens.JtokkitTokenizer;

/** A simulator on a virtual clock, with everything in it settable. */
public final class Rig implements AutoCloseable {
    /** One for all tests: it is thread-safe, and its tables take their time to load. */
    public static final Tokenizer TOKENIZER = new JtokkitTokenizer();

    /** 100 ms to the first token, 10 ms from token to token. */
    public static final LatencyProfile STEADY = new SteadyProfile(100, 10);

    /** All headers, and the generators that come with llmsim. */
    private static final Overriding OVERRIDING = new Overriding(true, ProfileTable.standard(), Rig::generator);

    private static final JournalSettings NO_JOURNAL = new JournalSettings(0, 0, 0);

    public final VirtualClock clock;
    public final MemoryStore store = new MemoryStore();
    public final Journal journal = new Journal();
    private final List<ExchangeListener> listeners = new ArrayList<>(List.of(journal));
    private final List<ProviderAdapter> adapters = new ArrayList<>();
    private Behaviour behaviour = new Behaviour(
            new NoModels(),
            AcceptedKeys.ANY,
            Gates.standard(new SchemaMemo()),
            List.of(saying("Hello")),
            ProfileChoice.always(STEADY),
            false,
            ErrorPlan.NONE,
            Luck.NONE,
            OVERRIDING,
            OptionalLong.empty(),
            Timeline.NONE);
    private RunSeed seed = RunSeed.of(OptionalLong.of(1));
    private Forwarder forwarder = Forwarder.NONE;
    private Simulator simulator;

    private Rig(VirtualClock clock) {
        this.clock = clock;
    }

    /** A rig whose clock moves by itself. */
    public static Rig automatic(ProviderAdapter... adapters) {
        return new Rig(VirtualClock.automatic()).with(adapters);
    }

    /** A rig whose clock is moved by the test. */
    public static Rig manual(ProviderAdapter... adapters) {
        return new Rig(VirtualClock.manual()).with(adapters);
    }

    public static Encoding encoding() {
        return TOKENIZER.encodingFor("gpt-4o");
    }

    /** A source that always says this. */
    public static Source saying(String text) {
        return deciding(Reply.of(Completion.text(text)));
    }

    public static Source deciding(Decision decision) {
        return _ -> Optional.of(Decided.of(decision));
    }

    private static ResponseGenerator generator(GeneratorChoice choice) {
        return switch (choice.name()) {
            case "echo" -> new Echo();
            case "sequence" -> new Sequence();
            default ->
                throw new SettingsException("unknown generator '" + choice.name() + "'; choices: echo, sequence");
        };
    }

    public Rig incidents(Incident... incidents) {
        return change(now -> now.withIncidents(new Timeline(List.of(incidents))));
    }

    public Rig overriding(Overriding other) {
        return change(now -> now.withOverriding(other));
    }

    private Rig with(ProviderAdapter... more) {
        adapters.addAll(List.of(more));
        return this;
    }

    public Rig sources(Source... sources) {
        return change(now -> now.withSources(List.of(sources)));
    }

    public Rig generator(ResponseGenerator generator) {
        return sources(new GeneratorSource(generator, 20));
    }

    public Rig reply(Reply reply) {
        return sources(deciding(reply));
    }

    public Rig profile(LatencyProfile profile) {
        return change(now -> now.withProfiles(ProfileChoice.always(profile)));
    }

    public Rig reasoningTakesTime() {
        return change(now -> now.withReasoningTakingTime(true));
    }

    public Rig gates(Gate... gates) {
        return change(now -> now.withGates(new Gates(List.of(gates))));
    }

    public Rig models(Models models) {
        return change(now -> now.withModels(models));
    }

    public Rig keys(String... keys) {
        return change(now -> now.withKeys(AcceptedKeys.of(List.of(keys))));
    }

    public Rig errors(ErrorSettings errors) {
        return change(now -> now.withErrors(new ErrorRates(errors)));
    }

    /** Every answer has this fault. */
    public Rig broken(StreamFault fault) {
        return change(now -> now.withLuck(Luck.always(fault)));
    }

    public Rig seed(RunSeed chosen) {
        seed = chosen;
        return this;
    }

    public Rig listener(ExchangeListener listener) {
        listeners.add(listener);
        return this;
    }

    public Rig forwarder(Forwarder other) {
        forwarder = other;
        return this;
    }

    private Rig change(UnaryOperator<Behaviour> change) {
        behaviour = change.apply(behaviour);
        return this;
    }

    /** The simulator; what is set before the first time is in it. The first of several threads makes it. */
    public synchronized Simulator simulator() {
        if (simulator == null) {
            simulator = new Simulator(
                    new Equipment(clock, seed, TOKENIZER, store, adapters, listeners, NO_JOURNAL, forwarder),
                    behaviour);
        }
        return simulator;
    }

    /** Posts to the first adapter and waits for the end. */
    public Reached post(String path) {
        return call(incoming(Call.Method.POST, path, ""));
    }

    public Reached post(String path, String json) {
        return call(incoming(Call.Method.POST, path, json));
    }

    public Reached get(String path) {
        return call(incoming(Call.Method.GET, path, ""));
    }

    public Reached call(Incoming incoming) {
        return call(incoming, new Reached(clock));
    }

    public Reached call(Incoming incoming, Reached reached) {
        simulator().handle(adapters.getFirst().name(), incoming, reached);
        return reached;
    }

    /** The same on a thread of its own. */
    public Thread start(Incoming incoming, Reached reached) {
        var ready = simulator();
        return Thread.ofVirtual().start(() -> ready.handle(adapters.getFirst().name(), incoming, reached));
    }

    /** Returns when every exchange has ended and no waiter is left: a logged one ends after its first client. */
    public void awaitRest() {
        while (!journal.atRest() || clock.running() > 0) {
            Thread.onSpinWait();
        }
    }

    /** A call without headers; {@code ?name=value} at the end of the path is its query. */
    public static Incoming incoming(Call.Method method, String target, String json) {
        var parts = target.split("\\?", 2);
        Map<String, List<String>> query =
                parts.length < 2 ? Map.of() : Map.of(parts[1].split("=", 2)[0], List.of(parts[1].split("=", 2)[1]));
        var body = json.isEmpty() ? Body.EMPTY : new Body.Raw("application/json", Bytes.ofUtf8(json));
        return new Incoming(method, parts[0], query, Headers.NONE, body);
    }

    @Override
    public void close() {
        simulator().close();
    }

    private record NoModels() implements Models {
        @Override
        public Optional<Model> find(String id) {
            return Optional.empty();
        }

        @Override
        public List<Model> ownedBy(String provider) {
            return List.of();
        }

        @Override
        public boolean acceptsUnknown() {
            return true;
        }
    }
}

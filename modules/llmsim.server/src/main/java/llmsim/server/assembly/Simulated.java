package llmsim.server.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import llmsim.api.spi.Tokenizer;
import llmsim.api.time.Clock;
import llmsim.engine.Behaviour;
import llmsim.engine.Equipment;
import llmsim.engine.Forwarder;
import llmsim.engine.Simulator;
import llmsim.engine.capacity.Capacity;
import llmsim.engine.catalogue.Catalogue;
import llmsim.engine.clock.SystemClock;
import llmsim.engine.configuration.ReasoningTime;
import llmsim.engine.configuration.ResponseSettings;
import llmsim.engine.fault.ErrorRates;
import llmsim.engine.fault.Luck;
import llmsim.engine.format.FormatDemand;
import llmsim.engine.gate.Gate;
import llmsim.engine.gate.Gates;
import llmsim.engine.incident.IncidentLimits;
import llmsim.engine.latency.ProfileTable;
import llmsim.engine.limit.LimitGates;
import llmsim.engine.mock.MockSource;
import llmsim.engine.override.Overriding;
import llmsim.engine.random.RunSeed;
import llmsim.engine.schema.SchemaMemo;
import llmsim.engine.script.ScriptSource;
import llmsim.engine.source.Demand;
import llmsim.engine.source.GeneratorSource;
import llmsim.engine.source.Source;
import llmsim.engine.tool.ResultDemand;
import llmsim.engine.tool.ToolDemand;
import llmsim.server.mock.MockSet;
import llmsim.server.plugins.Extension;
import llmsim.server.plugins.Registry;
import llmsim.server.settings.EngineRows;
import llmsim.server.settings.ServerRows;

/**
 * A simulator made of a setup, with the clock that it was given or one of its own. Thread-safe.
 *
 * @param ownClock to be closed with the simulator; empty if the clock was given
 */
public record Simulated(Setup setup, Simulator simulator, RunSeed seed, Optional<SystemClock> ownClock)
        implements AutoCloseable {

    /** A simulator by the machine's time. */
    public static Simulated of(Setup setup) {
        var clock = SystemClock.start();
        return of(setup, clock, Optional.of(clock));
    }

    /** A simulator by this clock. */
    public static Simulated of(Setup setup, Clock clock) {
        return of(setup, clock, Optional.empty());
    }

    private static Simulated of(Setup setup, Clock clock, Optional<SystemClock> ownClock) {
        var seed = RunSeed.of(setup.configuration().engine().seed());
        var simulator = new Simulator(equipment(setup, clock, seed), behaviour(setup, clock));
        return new Simulated(setup, simulator, seed, ownClock);
    }

    private static Equipment equipment(Setup setup, Clock clock, RunSeed seed) {
        var extensions = setup.extensions();
        var values = setup.values();
        return new Equipment(
                clock,
                seed,
                tokenizer(setup),
                chosen(extensions.stores(), values.get(EngineRows.STORE)),
                extensions.providers().instances(),
                List.of(),
                Forwarder.NONE);
    }

    private static Behaviour behaviour(Setup setup, Clock clock) {
        var engine = setup.configuration().engine();
        var schemas = new SchemaMemo();
        var profiles = setup.profiles();
        return new Behaviour(
                models(setup),
                setup.configuration().access().keys(),
                Gates.standard(schemas, limits(setup, clock)).and(List.of(Capacity.of(setup.capacity()))),
                sources(setup, profiles, schemas),
                profiles.usual(engine.latency()),
                engine.reasoning() == ReasoningTime.PER_TOKEN,
                new ErrorRates(engine.errors()),
                new Luck(engine.streamFaults()),
                overriding(setup, profiles),
                OptionalLong.empty(),
                setup.incidents());
    }

    private static Overriding overriding(Setup setup, ProfileTable profiles) {
        var generators = setup.generators();
        return new Overriding(setup.values().get(ServerRows.ALLOW_REQUEST_OVERRIDES), profiles, generators::choose);
    }

    private static List<Gate> limits(Setup setup, Clock clock) {
        var engine = setup.configuration().engine();
        var share = IncidentLimits.of(setup.incidents(), clock, clock.nanoTime());
        return LimitGates.of(engine.limits(), clock, engine.response().targetTokens(), share)
                .gates();
    }

    private static List<Source> sources(Setup setup, ProfileTable profiles, SchemaMemo schemas) {
        var sources = new ArrayList<Source>();
        sources.add(new ScriptSource(setup.scripts(), profiles));
        if (!setup.mocks().files().isEmpty() || !setup.mocks().idle()) {
            sources.add(new MockSource(setup.mocks().inForce(), profiles));
        }
        sources.add(generator(setup, setup.configuration().engine().response(), schemas));
        return sources;
    }

    /** Changes the mocks from now on; those of the program and what it said of requests without a mock stay. */
    void changeMocks(MockSet read) {
        var changed = new MockSource(setup.mocks().again(read).inForce(), setup.profiles());
        simulator.change(present -> present.withSources(present.sources().stream()
                .map(source -> source instanceof MockSource ? changed : source)
                .toList()));
    }

    private static Source generator(Setup setup, ResponseSettings response, SchemaMemo schemas) {
        var generator =
                chosen(setup.extensions().generators(), response.generator().name());
        return new GeneratorSource(generator, response.targetTokens(), demands(response, schemas));
    }

    /** Calls go before the format of a text. */
    private static List<Demand> demands(ResponseSettings response, SchemaMemo schemas) {
        return List.of(new ToolDemand(response.tools(), schemas), new FormatDemand(schemas), new ResultDemand());
    }

    /** The tokenizer that a setup chose. */
    public static Tokenizer tokenizer(Setup setup) {
        return chosen(setup.extensions().tokenizers(), setup.values().get(EngineRows.TOKENIZER));
    }

    /** The models that a setup serves. */
    public static Catalogue models(Setup setup) {
        return Catalogue.of(setup.configuration().engine().models());
    }

    private static <E> E chosen(Registry<E> registry, String name) {
        return registry.find(name).map(Extension::instance).orElseThrow();
    }

    /**
     * Loads the vocabulary of today's models in the background: a tenth of a second and more, for which the first
     * request would have to wait. Returns at once.
     */
    void warmUp() {
        Thread.ofPlatform()
                .daemon()
                .name("llmsim-warm-up")
                .start(() -> tokenizer(setup).encodingFor("gpt-5").count("Hello"));
    }

    /** Cancels what is under way, and ends the clock if it is this simulator's own. */
    @Override
    public void close() {
        simulator.close();
        ownClock.ifPresent(SystemClock::close);
    }
}

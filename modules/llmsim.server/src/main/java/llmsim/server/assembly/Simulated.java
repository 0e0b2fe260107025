package llmsim.server.assembly;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import llmsim.api.spi.Tokenizer;
import llmsim.api.time.Clock;
import llmsim.engine.Equipment;
import llmsim.engine.Forwarder;
import llmsim.engine.Resettable;
import llmsim.engine.Simulator;
import llmsim.engine.catalogue.Catalogue;
import llmsim.engine.clock.SystemClock;
import llmsim.engine.random.RunSeed;
import llmsim.engine.report.FlightRecorder;
import llmsim.server.admin.Administered;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.ConfigurationException;
import llmsim.server.document.Raw;
import llmsim.server.mock.MockSet;
import llmsim.server.plugins.Extension;
import llmsim.server.plugins.Registry;
import llmsim.server.settings.EngineRows;
import llmsim.server.settings.JournalRows;
import llmsim.server.settings.Sources;
import llmsim.server.settings.Values;

/** A simulator made of a setup, with the clock that it was given or one of its own. Thread-safe. */
public final class Simulated implements Administered, AutoCloseable {
    private final Simulator simulator;
    private final RunSeed seed;
    private final Optional<SystemClock> ownClock;
    private final InForce inForce;

    /** @param ownClock to be closed with the simulator; empty if the clock was given */
    private Simulated(Setup setup, Clock clock, Optional<SystemClock> ownClock) {
        var succession = new Succession(clock, clock.nanoTime());
        var first = succession.first(setup);
        this.seed = RunSeed.of(setup.configuration().engine().seed());
        this.simulator = new Simulator(equipment(setup, clock, seed), first.behaviour());
        this.ownClock = ownClock;
        this.inForce = new InForce(succession, simulator, first);
    }

    /** A simulator by the machine's time. */
    public static Simulated of(Setup setup) {
        var clock = SystemClock.start();
        return new Simulated(setup, clock, Optional.of(clock));
    }

    /** A simulator by this clock. */
    public static Simulated of(Setup setup, Clock clock) {
        return new Simulated(setup, clock, Optional.empty());
    }

    /** What is in force. */
    public Setup setup() {
        return inForce.parts().setup();
    }

    @Override
    public Values values() {
        return setup().values();
    }

    @Override
    public Map<String, List<String>> choices() {
        return Choices.of(setup());
    }

    @Override
    public long underWay() {
        return simulator.statistics().activeRequests();
    }

    public Simulator simulator() {
        return simulator;
    }

    /** The seed that the run began with. */
    public RunSeed seed() {
        return seed;
    }

    /**
     * Changes what requests get from now on, by settings in the shape of the configuration file.
     *
     * @throws ConfigurationException with all that is wrong, if anything is; then nothing has changed
     */
    @Override
    public void change(Raw.Mapping change) {
        inForce.change(setup -> setup.changed(change));
    }

    /** The same, by the program. */
    public void change(List<Sources.Direct> direct, Brought brought) {
        inForce.change(setup -> setup.changed(direct, brought));
    }

    @Override
    public void drain(boolean draining) {
        inForce.drain(draining);
    }

    @Override
    public boolean draining() {
        return inForce.parts().draining();
    }

    @Override
    public void reset(Set<Resettable> what) {
        inForce.reset(what);
    }

    @Override
    public List<UsedScript> scripts() {
        return Uses.scripts(inForce.parts());
    }

    @Override
    public List<UsedMock> mocks() {
        return Uses.mocks(inForce.parts());
    }

    /** Reads the mocks of files again, and takes them if nothing is wrong with them. */
    MockSet readMocks(Consumer<ConfigurationError> errors) {
        return inForce.readMocks(errors);
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
                List.of(FlightRecorder.listener()),
                JournalRows.settings(values),
                Forwarder.NONE);
    }

    /** The tokenizer that a setup chose. */
    public static Tokenizer tokenizer(Setup setup) {
        return chosen(setup.extensions().tokenizers(), setup.values().get(EngineRows.TOKENIZER));
    }

    /** The models that a setup serves. */
    public static Catalogue models(Setup setup) {
        return Catalogue.of(setup.configuration().engine().models());
    }

    static <E> E chosen(Registry<E> registry, String name) {
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
                .start(() -> tokenizer(setup()).encodingFor("gpt-5").count("Hello"));
    }

    /** Cancels what is under way, and ends the clock if it is this simulator's own. */
    @Override
    public void close() {
        simulator.close();
        ownClock.ifPresent(SystemClock::close);
    }
}

package llmsim.server.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import llmsim.api.model.Models;
import llmsim.engine.Behaviour;
import llmsim.engine.capacity.Capacity;
import llmsim.engine.configuration.ReasoningTime;
import llmsim.engine.fault.ErrorRates;
import llmsim.engine.fault.Luck;
import llmsim.engine.format.FormatDemand;
import llmsim.engine.gate.Drained;
import llmsim.engine.gate.Gates;
import llmsim.engine.incident.Timeline;
import llmsim.engine.latency.ProfileTable;
import llmsim.engine.limit.LimitGates;
import llmsim.engine.mock.MockSource;
import llmsim.engine.override.Overriding;
import llmsim.engine.schema.SchemaMemo;
import llmsim.engine.script.ScriptSource;
import llmsim.engine.source.Demand;
import llmsim.engine.source.GeneratorSource;
import llmsim.engine.source.Source;
import llmsim.engine.tool.ResultDemand;
import llmsim.engine.tool.ToolDemand;
import llmsim.server.mock.MockSet;
import llmsim.server.settings.EngineRows;
import llmsim.server.settings.ServerRows;

/**
 * What a behaviour is made of: a setup, and all that keeps count.
 *
 * @param timeline the incidents of the setup, by the time of the run
 * @param mocks empty if requests are answered as if there were none
 * @param draining whether nothing is admitted any more
 */
record Parts(
        Setup setup,
        Models models,
        SchemaMemo schemas,
        Timeline timeline,
        LimitGates limits,
        Capacity capacity,
        ScriptSource scripts,
        Optional<MockSource> mocks,
        boolean draining) {

    Parts withDraining(boolean other) {
        return new Parts(setup, models, schemas, timeline, limits, capacity, scripts, mocks, other);
    }

    Parts withLimits(LimitGates others) {
        return new Parts(setup, models, schemas, timeline, others, capacity, scripts, mocks, draining);
    }

    /** The same, where scripts and mocks begin again. */
    Parts fromTheBeginning() {
        var profiles = setup.profiles();
        return new Parts(
                setup,
                models,
                schemas,
                timeline,
                limits,
                capacity,
                new ScriptSource(setup.scripts(), profiles),
                mocks.map(source -> new MockSource(source.mocks(), profiles)),
                draining);
    }

    /** The same with mocks that were read again; they begin anew. */
    Parts withMocks(MockSet read) {
        var other = setup.withMocks(read);
        var begun = Succession.mocks(other, other.profiles());
        return new Parts(other, models, schemas, timeline, limits, capacity, scripts, begun, draining);
    }

    /** What requests get by all of it. */
    Behaviour behaviour() {
        var engine = setup.configuration().engine();
        var profiles = setup.profiles();
        return new Behaviour(
                models,
                setup.configuration().access().keys(),
                gates(),
                sources(),
                profiles.usual(engine.latency()),
                engine.reasoning() == ReasoningTime.PER_TOKEN,
                new ErrorRates(engine.errors()),
                new Luck(engine.streamFaults()),
                overriding(profiles),
                seed(),
                timeline);
    }

    private Gates gates() {
        var gates = Gates.standard(schemas, limits.gates()).and(List.of(capacity));
        return draining ? gates.behind(new Drained()) : gates;
    }

    private List<Source> sources() {
        var sources = new ArrayList<Source>();
        sources.add(scripts);
        mocks.ifPresent(sources::add);
        var response = setup.configuration().engine().response();
        var generator = Simulated.chosen(
                setup.extensions().generators(), response.generator().name());
        // Calls go before the format of a text.
        List<Demand> demands =
                List.of(new ToolDemand(response.tools(), schemas), new FormatDemand(schemas), new ResultDemand());
        sources.add(new GeneratorSource(generator, response.targetTokens(), demands));
        return sources;
    }

    private Overriding overriding(ProfileTable profiles) {
        var generators = setup.generators();
        return new Overriding(setup.values().get(ServerRows.ALLOW_REQUEST_OVERRIDES), profiles, generators::choose);
    }

    /** The run has the seed of its start; another one takes its place. */
    private OptionalLong seed() {
        return setup.said().changes().says(EngineRows.SEED)
                ? setup.configuration().engine().seed()
                : OptionalLong.empty();
    }
}

package llmsim.engine;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import llmsim.api.model.Models;
import llmsim.api.spi.LatencyProfile;
import llmsim.engine.access.AcceptedKeys;
import llmsim.engine.fault.ErrorPlan;
import llmsim.engine.fault.Luck;
import llmsim.engine.gate.Gates;
import llmsim.engine.incident.Timeline;
import llmsim.engine.latency.ProfileChoice;
import llmsim.engine.override.Overriding;
import llmsim.engine.source.Source;

/**
 * How a simulator behaves: all that can be changed while it runs. Immutable; every request takes one and keeps it to its
 * end, so that a change is atomic.
 *
 * @param keys which API keys are accepted
 * @param sources asked in order; the last one always has an answer
 * @param profiles which latency profile a model gets
 * @param reasoningTakesTime whether hidden reasoning tokens take the time of tokens; otherwise the time to first token
 *     holds them already
 * @param errors which calls fail on purpose
 * @param luck which answers are broken on purpose
 * @param overriding what clients may want for one call alone
 * @param seed in place of the run's; empty for the run's
 * @param incidents what goes wrong, and when
 */
public record Behaviour(
        Models models,
        AcceptedKeys keys,
        Gates gates,
        List<Source> sources,
        ProfileChoice profiles,
        boolean reasoningTakesTime,
        ErrorPlan errors,
        Luck luck,
        Overriding overriding,
        OptionalLong seed,
        Timeline incidents) {
    public Behaviour {
        sources = List.copyOf(sources);
    }

    /** The same with other models. */
    public Behaviour withModels(Models others) {
        return with(draft -> draft.models = others);
    }

    /** The same with other API keys. */
    public Behaviour withKeys(AcceptedKeys others) {
        return with(draft -> draft.keys = others);
    }

    /** The same with other gates. */
    public Behaviour withGates(Gates others) {
        return with(draft -> draft.gates = others);
    }

    /** The same with other sources. */
    public Behaviour withSources(List<Source> others) {
        return with(draft -> draft.sources = others);
    }

    /** The same with other latency profiles. */
    public Behaviour withProfiles(ProfileChoice others) {
        return with(draft -> draft.profiles = others);
    }

    /** The same, where hidden reasoning tokens take time or not. */
    public Behaviour withReasoningTakingTime(boolean takesTime) {
        return with(draft -> draft.reasoningTakesTime = takesTime);
    }

    /** The same with other errors. */
    public Behaviour withErrors(ErrorPlan others) {
        return with(draft -> draft.errors = others);
    }

    /** The same with other luck. */
    public Behaviour withLuck(Luck others) {
        return with(draft -> draft.luck = others);
    }

    /** The same with other wishes that clients may have. */
    public Behaviour withOverriding(Overriding other) {
        return with(draft -> draft.overriding = other);
    }

    /** The same with a seed in place of the run's. */
    public Behaviour withSeed(long other) {
        return with(draft -> draft.seed = OptionalLong.of(other));
    }

    /** The same with other incidents. */
    public Behaviour withIncidents(Timeline others) {
        return with(draft -> draft.incidents = others);
    }

    /** The same at another pace, also where a script or a mock has one of its own. */
    public Behaviour withPace(UnaryOperator<LatencyProfile> change) {
        return withProfiles(model -> change.apply(profiles.forModel(model)))
                .withSources(sources.stream()
                        .<Source>map(source -> asked -> source.decide(asked)
                                .map(decided -> decided.at(decided.profile().map(change))))
                        .toList());
    }

    private Behaviour with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.behaviour();
    }

    /** A behaviour of which one thing is about to become another. */
    private static final class Draft {
        private Models models;
        private AcceptedKeys keys;
        private Gates gates;
        private List<Source> sources;
        private ProfileChoice profiles;
        private boolean reasoningTakesTime;
        private ErrorPlan errors;
        private Luck luck;
        private Overriding overriding;
        private OptionalLong seed;
        private Timeline incidents;

        Draft(Behaviour present) {
            models = present.models;
            keys = present.keys;
            gates = present.gates;
            sources = present.sources;
            profiles = present.profiles;
            reasoningTakesTime = present.reasoningTakesTime;
            errors = present.errors;
            luck = present.luck;
            overriding = present.overriding;
            seed = present.seed;
            incidents = present.incidents;
        }

        Behaviour behaviour() {
            return new Behaviour(
                    models,
                    keys,
                    gates,
                    sources,
                    profiles,
                    reasoningTakesTime,
                    errors,
                    luck,
                    overriding,
                    seed,
                    incidents);
        }
    }
}

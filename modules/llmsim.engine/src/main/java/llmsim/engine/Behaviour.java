package llmsim.engine;

import java.util.List;
import java.util.OptionalLong;
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
import llmsim.engine.source.Decided;
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
        return new Behaviour(
                others, keys, gates, sources, profiles, reasoningTakesTime, errors, luck, overriding, seed, incidents);
    }

    /** The same with other API keys. */
    public Behaviour withKeys(AcceptedKeys others) {
        return new Behaviour(
                models,
                others,
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

    /** The same with other gates. */
    public Behaviour withGates(Gates others) {
        return new Behaviour(
                models, keys, others, sources, profiles, reasoningTakesTime, errors, luck, overriding, seed, incidents);
    }

    /** The same with other sources. */
    public Behaviour withSources(List<Source> others) {
        return new Behaviour(
                models, keys, gates, others, profiles, reasoningTakesTime, errors, luck, overriding, seed, incidents);
    }

    /** The same with other latency profiles. */
    public Behaviour withProfiles(ProfileChoice others) {
        return new Behaviour(
                models, keys, gates, sources, others, reasoningTakesTime, errors, luck, overriding, seed, incidents);
    }

    /** The same, where hidden reasoning tokens take time or not. */
    public Behaviour withReasoningTakingTime(boolean takesTime) {
        return new Behaviour(
                models, keys, gates, sources, profiles, takesTime, errors, luck, overriding, seed, incidents);
    }

    /** The same with other errors. */
    public Behaviour withErrors(ErrorPlan others) {
        return new Behaviour(
                models, keys, gates, sources, profiles, reasoningTakesTime, others, luck, overriding, seed, incidents);
    }

    /** The same with other luck. */
    public Behaviour withLuck(Luck others) {
        return new Behaviour(
                models,
                keys,
                gates,
                sources,
                profiles,
                reasoningTakesTime,
                errors,
                others,
                overriding,
                seed,
                incidents);
    }

    /** The same with other wishes that clients may have. */
    public Behaviour withOverriding(Overriding other) {
        return new Behaviour(
                models, keys, gates, sources, profiles, reasoningTakesTime, errors, luck, other, seed, incidents);
    }

    /** The same with a seed in place of the run's. */
    public Behaviour withSeed(long other) {
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
                OptionalLong.of(other),
                incidents);
    }

    /** The same with other incidents. */
    public Behaviour withIncidents(Timeline others) {
        return new Behaviour(
                models, keys, gates, sources, profiles, reasoningTakesTime, errors, luck, overriding, seed, others);
    }

    /** The same at another pace, also where a script or a mock has one of its own. */
    public Behaviour withPace(UnaryOperator<LatencyProfile> change) {
        return withProfiles(model -> change.apply(profiles.forModel(model)))
                .withSources(sources.stream()
                        .<Source>map(source -> asked -> source.decide(asked)
                                .map(decided -> new Decided(
                                        decided.decision(), decided.profile().map(change), decided.fault())))
                        .toList());
    }
}

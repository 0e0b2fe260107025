package llmsim.engine;

import java.util.List;
import llmsim.api.model.Models;
import llmsim.engine.access.AcceptedKeys;
import llmsim.engine.fault.ErrorPlan;
import llmsim.engine.fault.Luck;
import llmsim.engine.gate.Gates;
import llmsim.engine.latency.ProfileChoice;
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
 */
public record Behaviour(
        Models models,
        AcceptedKeys keys,
        Gates gates,
        List<Source> sources,
        ProfileChoice profiles,
        boolean reasoningTakesTime,
        ErrorPlan errors,
        Luck luck) {
    public Behaviour {
        sources = List.copyOf(sources);
    }

    /** The same with other models. */
    public Behaviour withModels(Models others) {
        return new Behaviour(others, keys, gates, sources, profiles, reasoningTakesTime, errors, luck);
    }

    /** The same with other API keys. */
    public Behaviour withKeys(AcceptedKeys others) {
        return new Behaviour(models, others, gates, sources, profiles, reasoningTakesTime, errors, luck);
    }

    /** The same with other gates. */
    public Behaviour withGates(Gates others) {
        return new Behaviour(models, keys, others, sources, profiles, reasoningTakesTime, errors, luck);
    }

    /** The same with other sources. */
    public Behaviour withSources(List<Source> others) {
        return new Behaviour(models, keys, gates, others, profiles, reasoningTakesTime, errors, luck);
    }

    /** The same with other latency profiles. */
    public Behaviour withProfiles(ProfileChoice others) {
        return new Behaviour(models, keys, gates, sources, others, reasoningTakesTime, errors, luck);
    }

    /** The same, where hidden reasoning tokens take time or not. */
    public Behaviour withReasoningTakingTime(boolean takesTime) {
        return new Behaviour(models, keys, gates, sources, profiles, takesTime, errors, luck);
    }

    /** The same with other errors. */
    public Behaviour withErrors(ErrorPlan others) {
        return new Behaviour(models, keys, gates, sources, profiles, reasoningTakesTime, others, luck);
    }

    /** The same with other luck. */
    public Behaviour withLuck(Luck others) {
        return new Behaviour(models, keys, gates, sources, profiles, reasoningTakesTime, errors, others);
    }
}

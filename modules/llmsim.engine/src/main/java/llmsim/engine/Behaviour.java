package llmsim.engine;

import java.util.List;
import llmsim.api.model.Models;
import llmsim.engine.gate.Gates;
import llmsim.engine.latency.ProfileChoice;
import llmsim.engine.source.Source;

/**
 * How a simulator behaves: all that can be changed while it runs. Immutable; every request takes one and keeps it to its
 * end, so that a change is atomic.
 *
 * @param sources asked in order; the last one always has an answer
 * @param profiles which latency profile a model gets
 * @param reasoningTakesTime whether hidden reasoning tokens take the time of tokens; otherwise the time to first token
 *     holds them already
 */
public record Behaviour(
        Models models, Gates gates, List<Source> sources, ProfileChoice profiles, boolean reasoningTakesTime) {
    public Behaviour {
        sources = List.copyOf(sources);
    }

    /** The same with other sources. */
    public Behaviour withSources(List<Source> others) {
        return new Behaviour(models, gates, others, profiles, reasoningTakesTime);
    }
}

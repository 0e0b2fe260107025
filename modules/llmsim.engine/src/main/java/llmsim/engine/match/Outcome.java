package llmsim.engine.match;

import java.util.List;

/** Whether a request fulfils a {@link Match}. */
public sealed interface Outcome {
    /** It does. */
    record Yes() implements Outcome {}

    /**
     * It does not. Belongs to one request and its thread.
     *
     * @param match what was looked for
     * @param subject what was found instead
     */
    record No(Match match, Subject subject) implements Outcome {
        /** A sentence for each condition that is not fulfilled, in the order of the conditions; made when asked for. */
        public List<String> reasons() {
            return match.conditions().stream()
                    .filter(condition -> !condition.holds(subject))
                    .map(condition -> condition.key() + ": " + condition.whyNot(subject))
                    .toList();
        }
    }
}

package llmsim.engine.match;

import java.util.List;
import llmsim.engine.source.Source.Asked;

/**
 * What a request must be like: all of the conditions together. Immutable and thread-safe; compiled when it is made.
 *
 * @param conditions in the order in which to tell why a request does not fit; none for any request
 */
public record Match(List<Condition> conditions) {
    /** Any request. */
    public static final Match ANY = new Match(List.of());

    private static final Outcome YES = new Outcome.Yes();

    public Match {
        conditions = List.copyOf(conditions);
    }

    /** These conditions. */
    public static Match of(Condition... conditions) {
        return new Match(List.of(conditions));
    }

    /** Whether a request fits, and why not. */
    public Outcome match(Asked asked) {
        return match(new Subject(asked));
    }

    /** The same of a request that is looked at by several matches. */
    public Outcome match(Subject subject) {
        return holds(subject) ? YES : new Outcome.No(this, subject);
    }

    /** Whether a request fits. */
    public boolean holds(Subject subject) {
        for (var condition : conditions) {
            if (!condition.holds(subject)) {
                return false;
            }
        }
        return true;
    }

    /** How many of the conditions a request fulfils. */
    public int fulfilled(Subject subject) {
        return (int) conditions.stream()
                .filter(condition -> condition.holds(subject))
                .count();
    }
}

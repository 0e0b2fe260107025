package llmsim.engine.schema;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * A place whose value several schemas apply to, by their numbers.
 *
 * @param done schemas whose choices were made
 * @param open schemas to be looked at
 */
record Goal(List<Integer> done, List<Integer> open) {
    static Goal of(Collection<Integer> schemas) {
        return new Goal(List.of(), sorted(schemas));
    }

    static Goal of(Collection<Integer> done, Collection<Integer> open) {
        return new Goal(sorted(done), sorted(open));
    }

    private static List<Integer> sorted(Collection<Integer> schemas) {
        return List.copyOf(new TreeSet<>(schemas));
    }
}

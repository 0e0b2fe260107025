package llmsim.engine.schema;

import java.util.List;
import java.util.OptionalInt;

/**
 * What one schema says of an array; schemas by their numbers.
 *
 * @param first of the first elements, each its own
 * @param rest of the elements behind those
 */
record ArrayRules(
        List<Integer> first,
        OptionalInt rest,
        OptionalInt contained,
        int leastContained,
        int mostContained,
        int least,
        int most,
        boolean unique) {
    static final ArrayRules NONE = new ArrayRules(
            List.of(), OptionalInt.empty(), OptionalInt.empty(), 1, Integer.MAX_VALUE, 0, Integer.MAX_VALUE, false);

    /** The schema of the element at an index, if there is one. */
    OptionalInt element(int index) {
        return index < first.size() ? OptionalInt.of(first.get(index)) : rest;
    }
}

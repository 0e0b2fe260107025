package llmsim.engine.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All schemas that a goal says must hold together, and the choices that they leave.
 *
 * @param schemas by their numbers, those that were there before first
 * @param fresh those that were not
 * @param choices each with its options
 */
record Closure(List<Integer> schemas, List<Integer> fresh, List<List<List<Integer>>> choices) {
    static Closure of(Goal goal, List<Part> parts) {
        Set<Integer> schemas = new LinkedHashSet<>(goal.done());
        var fresh = new ArrayList<Integer>();
        var choices = new ArrayList<List<List<Integer>>>();
        var open = new ArrayDeque<>(goal.open());
        while (!open.isEmpty()) {
            var schema = open.poll();
            if (schemas.add(schema)) {
                fresh.add(schema);
                open.addAll(parts.get(schema).logic().all());
                choices.addAll(parts.get(schema).logic().choices());
            }
        }
        return new Closure(List.copyOf(schemas), fresh, choices);
    }
}

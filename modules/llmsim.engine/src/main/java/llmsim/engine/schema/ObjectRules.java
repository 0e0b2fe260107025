package llmsim.engine.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import llmsim.engine.schema.regex.Regex;

/**
 * What one schema says of an object; schemas by their numbers.
 *
 * @param additional of the properties that neither are named nor match a pattern
 * @param names of all properties' names
 * @param needs properties that need others beside them
 * @param closed whether nothing may be there that no schema knows
 */
record ObjectRules(
        Map<String, Integer> properties,
        Map<Regex, Integer> patterns,
        OptionalInt additional,
        OptionalInt names,
        Set<String> required,
        Map<String, List<String>> needs,
        int least,
        int most,
        boolean closed) {
    static final ObjectRules NONE = new ObjectRules(
            Map.of(),
            Map.of(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Set.of(),
            Map.of(),
            0,
            Integer.MAX_VALUE,
            false);

    /** The schemas of a property. */
    List<Integer> property(String name) {
        var schemas = new ArrayList<Integer>();
        if (properties.containsKey(name)) {
            schemas.add(properties.get(name));
        }
        patterns.forEach((pattern, schema) -> {
            if (pattern.matches(name)) {
                schemas.add(schema);
            }
        });
        if (schemas.isEmpty()) {
            additional.ifPresent(schemas::add);
        }
        return schemas;
    }
}

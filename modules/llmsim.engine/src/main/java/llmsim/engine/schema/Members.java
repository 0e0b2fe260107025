package llmsim.engine.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The values that {@code enum} or {@code const} allow. */
record Members(List<JsonNode> values, Set<Object> canonical) {
    static Members of(List<JsonNode> values) {
        var canonical = new HashSet<>();
        return new Members(
                values.stream()
                        .filter(value -> canonical.add(Canonical.of(value)))
                        .toList(),
                canonical);
    }

    boolean contain(JsonNode value) {
        return canonical.contains(Canonical.of(value));
    }
}

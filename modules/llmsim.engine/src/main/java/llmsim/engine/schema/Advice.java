package llmsim.engine.schema;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a schema says of its values that no validator looks at.
 *
 * @param about words of title and description
 * @param suggestions {@code default} and {@code examples}; they need not validate
 */
record Advice(List<String> about, List<JsonNode> suggestions) {
    static final Advice NONE = new Advice(List.of(), List.of());

    boolean isEmpty() {
        return about.isEmpty() && suggestions.isEmpty();
    }

    Advice and(Advice other) {
        return new Advice(joined(about, other.about), joined(suggestions, other.suggestions));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return other.isEmpty()
                ? one
                : Stream.concat(one.stream(), other.stream()).toList();
    }
}

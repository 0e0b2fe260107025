package llmsim.engine.schema;

import java.util.function.Supplier;
import llmsim.engine.memo.Memo;
import tools.jackson.databind.JsonNode;

/**
 * Reads schemas, and remembers those that it read lately: an agent sends the same ones in every turn, and reading one
 * costs more than answering by it. Bounded as {@link Memo} is. Thread-safe.
 */
public final class SchemaMemo {
    private final Memo<Supplier<Schema>> known = new Memo<>();

    /** A memo that remembers nothing yet. */
    public SchemaMemo() {}

    /**
     * The schema of a JSON document.
     *
     * @throws UnusableSchemaException as {@link Schema#read}
     */
    public Schema read(JsonNode json) {
        // As text, for the order of properties is that of the values, and equal nodes may differ in it.
        return known.get(json.toString(), () -> outcome(json)).get();
    }

    private static Supplier<Schema> outcome(JsonNode json) {
        try {
            var schema = Schema.read(json);
            return () -> schema;
        } catch (UnusableSchemaException unusable) {
            return () -> {
                throw unusable;
            };
        }
    }
}

package llmsim.engine.schema;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads schemas, and remembers those that it read lately: an agent sends the same ones in every turn, and reading one
 * costs more than answering by it. Bounded: so many slots, which the next comer overwrites, and no large schemas.
 * Thread-safe.
 */
public final class SchemaMemo {
    private static final int SLOTS = 512;
    private static final int LONGEST = 16_384;

    private final AtomicReferenceArray<@Nullable Known> slots = new AtomicReferenceArray<>(SLOTS);

    /** A memo that remembers nothing yet. */
    public SchemaMemo() {}

    private record Known(String json, Supplier<Schema> schema) {}

    /**
     * The schema of a JSON document.
     *
     * @throws UnusableSchemaException as {@link Schema#read}
     */
    public Schema read(JsonNode json) {
        // As text, for the order of properties is that of the values, and equal nodes may differ in it.
        var text = json.toString();
        var slot = Math.floorMod(spread(text.hashCode()), SLOTS);
        var known = slots.get(slot);
        if (known != null && known.json().equals(text)) {
            return known.schema().get();
        }
        var schema = outcome(json);
        if (text.length() <= LONGEST) {
            slots.set(slot, new Known(text, schema));
        }
        return schema.get();
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

    private static int spread(int hash) {
        return hash ^ (hash >>> 16);
    }
}

package llmsim.engine.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import llmsim.api.json.FieldPath;
import llmsim.engine.schema.References.Located;
import tools.jackson.databind.JsonNode;

/**
 * Reads the schemas of a document that are in use, each once; the first is its root. A queue instead of recursion,
 * because references may lead from one to the next without end. Not thread-safe.
 */
final class SchemaReader {
    private final References references;
    private final IdentityHashMap<JsonNode, Integer> numbers = new IdentityHashMap<>();
    private final List<Located> found = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final List<Part> parts = new ArrayList<>();

    private SchemaReader(JsonNode root) {
        references = new References(root);
    }

    /** The parts by their numbers. */
    static List<Part> read(JsonNode root) {
        var reader = new SchemaReader(root);
        reader.number(root, FieldPath.ROOT);
        while (!reader.open.isEmpty()) {
            reader.parts.add(reader.part(reader.found.get(reader.open.poll())));
        }
        return List.copyOf(reader.parts);
    }

    private Part part(Located place) {
        return place.schema().isBoolean()
                ? Part.of(place.schema().booleanValue(), place.where())
                : new PartReader(new Keywords(place.schema(), place.where()), this).part();
    }

    /** The number of a schema; it is read later. */
    int number(JsonNode schema, FieldPath where) {
        if (!schema.isObject() && !schema.isBoolean()) {
            throw new UnusableSchemaException(where, "a schema is an object or a boolean");
        }
        // Nodes of true and false are shared, but are not at one place.
        return schema.isBoolean() ? added(schema, where) : numbers.computeIfAbsent(schema, _ -> added(schema, where));
    }

    private int added(JsonNode schema, FieldPath where) {
        found.add(new Located(schema, where));
        open.add(found.size() - 1);
        return found.size() - 1;
    }

    /** The number of the schema that a reference means. */
    int reference(String reference, Keywords from, String keyword) {
        var target = references
                .find(reference)
                .orElseThrow(() -> from.unusable(keyword, "points to nothing in the schema, " + shown(reference)));
        return number(target.schema(), target.where());
    }

    private static String shown(String reference) {
        return "'" + (reference.length() > 100 ? reference.substring(0, 100) + "…" : reference) + "'";
    }
}

package llmsim.server.openapi;

import java.util.ArrayDeque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The schemas that a document names: one file each, but for those that are made from the table of settings. */
final class Schemas {
    private static final String BEFORE = "#/components/schemas/";

    private Schemas() {}

    /** Those that a document names, and those that they name. */
    static SortedMap<String, JsonNode> namedIn(JsonNode document) {
        var found = new TreeMap<String, JsonNode>();
        var open = new ArrayDeque<>(names(document));
        while (!open.isEmpty()) {
            var name = open.pop();
            if (!found.containsKey(name)) {
                var schema = schema(name);
                found.put(name, schema);
                open.addAll(names(schema));
            }
        }
        return found;
    }

    private static List<String> names(JsonNode json) {
        return json.findValuesAsString("$ref").stream()
                .filter(reference -> reference.startsWith(BEFORE))
                .map(reference -> reference.substring(BEFORE.length()))
                .toList();
    }

    private static JsonNode schema(String name) {
        return switch (name) {
            case "Configuration" -> new ConfigurationSchema(false).json();
            case "ConfigurationChange" -> new ConfigurationSchema(true).json();
            default -> Part.named(name);
        };
    }
}

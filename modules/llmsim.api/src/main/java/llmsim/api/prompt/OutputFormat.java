package llmsim.api.prompt;

import tools.jackson.databind.JsonNode;

/** The form that the visible text must have. */
public sealed interface OutputFormat {

    /** Any text. */
    record PlainText() implements OutputFormat {}

    /** Any JSON object. */
    record JsonObject() implements OutputFormat {}

    /** JSON that validates against a schema. */
    record JsonSchema(String name, JsonNode schema, boolean strict) implements OutputFormat {
        public JsonSchema {
            schema = schema.deepCopy();
        }
    }
}

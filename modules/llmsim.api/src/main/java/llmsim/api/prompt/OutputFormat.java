package llmsim.api.prompt;

import tools.jackson.databind.JsonNode;

/** The form that the answer must have. A {@code switch} needs a case for {@link Open}. */
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

    /** A form that this version does not know, such as speech or an image, with a dialect's own details. */
    non-sealed interface Open extends OutputFormat {
        /** What it is, in a word. */
        String kind();
    }
}

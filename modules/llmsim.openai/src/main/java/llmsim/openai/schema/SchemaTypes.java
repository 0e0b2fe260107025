package llmsim.openai.schema;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The types of a schema. */
final class SchemaTypes {
    private SchemaTypes() {}

    /** Whether it is one of them. */
    static boolean has(JsonNode schema, String type) {
        var said = schema.path("type");
        return said.isArray()
                ? said.valueStream().anyMatch(one -> type.equals(one.asString("")))
                : type.equals(said.asString(""));
    }

    /** As Python would print it: the service shows its own. */
    static String said(JsonNode schema) {
        var said = schema.path("type");
        return said.isArray()
                ? said.valueStream()
                        .map(one -> "'" + one.asString("") + "'")
                        .collect(Collectors.joining(", ", "[", "]"))
                : said.asString("None");
    }
}

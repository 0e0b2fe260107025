package llmsim.engine.format;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Keys that a text names: {@code with "name" and "age"}, or {@code with the keys name, age and city}. */
final class NamedKeys {
    private static final int MOST = 16;
    private static final Pattern QUOTED = Pattern.compile("([\"'`])([A-Za-z_][\\w-]{0,40})\\1");
    private static final Pattern LISTED = Pattern.compile(
            "\\b(?:keys|fields|properties|attributes)\\b\\s*:?\\s*([A-Za-z_]\\w{0,40}(?:(?:,\\s*(?:and\\s)?|\\s+and\\s+)\\s*[A-Za-z_]\\w{0,40}){1,15})",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> COUNTED =
            Set.of("age", "amount", "count", "number", "quantity", "rank", "rating", "score", "size", "total", "year");
    private static final Set<String> MEASURED =
            Set.of("confidence", "cost", "latitude", "longitude", "price", "temperature");

    private NamedKeys() {}

    /** The schema of an object with all of them, if there are any. */
    static Optional<ObjectNode> schema(String text) {
        var keys = new LinkedHashSet<String>();
        LISTED.matcher(text)
                .results()
                .forEach(list -> Stream.of(list.group(1).split("(?:,\\s*(?:and\\s)?|\\s+and\\s+)\\s*"))
                        .forEach(keys::add));
        QUOTED.matcher(text).results().forEach(quoted -> keys.add(quoted.group(2)));
        return keys.isEmpty() ? Optional.empty() : Optional.of(object(keys));
    }

    private static ObjectNode object(Set<String> keys) {
        var schema = ExampleSchema.type("object").put("additionalProperties", false);
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        keys.stream().limit(MOST).forEach(key -> {
            properties.set(key, ofName(key.toLowerCase(Locale.ROOT)));
            required.add(key);
        });
        return schema;
    }

    private static ObjectNode ofName(String key) {
        if (COUNTED.contains(key)) {
            return ExampleSchema.type("integer").put("minimum", 1).put("maximum", key.equals("year") ? 2100 : 100);
        }
        if (MEASURED.contains(key)) {
            return ExampleSchema.type("number").put("minimum", 0).put("maximum", 100);
        }
        if (key.startsWith("is_") || key.startsWith("has_")) {
            return ExampleSchema.type("boolean");
        }
        return key.matches(".*[^aius]s") ? list() : ExampleSchema.type("string");
    }

    private static ObjectNode list() {
        var schema = ExampleSchema.type("array").put("minItems", 1).put("maxItems", 3);
        schema.set("items", JsonNodeFactory.instance.objectNode().put("type", "string"));
        return schema;
    }
}

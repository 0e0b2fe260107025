package llmsim.openai.schema;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import llmsim.api.json.FieldPath;
import tools.jackson.databind.JsonNode;

/**
 * Looks through a schema for what the provider refuses: its root is an object, that of a function has properties, arrays
 * have items, and in strict mode {@link StrictRules} holds everywhere.
 *
 * <p>Source: errors of the API as they are quoted in issues of its clients, 2024 to 2026.
 */
public final class SchemaCheck {
    private final boolean strict;

    private SchemaCheck(boolean strict) {
        this.strict = strict;
    }

    /** The first fault of the schema of a function's arguments. */
    public static Optional<SchemaFault> ofFunction(JsonNode schema, boolean strict) {
        return ofFormat(schema, strict).or(() -> bare(schema));
    }

    /** The first fault of the schema of an answer. */
    public static Optional<SchemaFault> ofFormat(JsonNode schema, boolean strict) {
        return root(schema).or(() -> new SchemaCheck(strict).within(schema, FieldPath.ROOT));
    }

    private static Optional<SchemaFault> root(JsonNode schema) {
        return SchemaTypes.has(schema, "object")
                ? Optional.empty()
                : Optional.of(SchemaFault.whole("schema must be a JSON Schema of 'type: \"object\"', got 'type: \""
                        + SchemaTypes.said(schema) + "\"'"));
    }

    private static Optional<SchemaFault> bare(JsonNode schema) {
        return schema.size() == 1
                ? Optional.of(SchemaFault.at(FieldPath.ROOT, "object schema missing properties"))
                : Optional.empty();
    }

    private Optional<SchemaFault> within(JsonNode schema, FieldPath path) {
        if (!schema.isObject()) {
            return Optional.empty();
        }
        return itself(schema)
                .map(reason -> SchemaFault.at(path, reason))
                .or(() -> below(schema, path).findFirst());
    }

    private Optional<String> itself(JsonNode schema) {
        if (SchemaTypes.has(schema, "array") && !schema.has("items") && !schema.has("prefixItems")) {
            return Optional.of("array schema missing items");
        }
        return strict ? StrictRules.check(schema) : Optional.empty();
    }

    private Stream<SchemaFault> below(JsonNode schema, FieldPath path) {
        return Stream.of(
                        named(schema, path, "properties"),
                        one(schema, path, "items"),
                        listed(schema, path, "anyOf"),
                        named(schema, path, "$defs"),
                        named(schema, path, "definitions"))
                .flatMap(faults -> faults);
    }

    private Stream<SchemaFault> one(JsonNode schema, FieldPath path, String keyword) {
        return within(schema.path(keyword), path.field(keyword)).stream();
    }

    private Stream<SchemaFault> named(JsonNode schema, FieldPath path, String keyword) {
        var inside = path.field(keyword);
        return schema.path(keyword).properties().stream()
                .flatMap(member -> within(member.getValue(), inside.field(member.getKey())).stream());
    }

    private Stream<SchemaFault> listed(JsonNode schema, FieldPath path, String keyword) {
        var inside = path.field(keyword);
        var all = schema.path(keyword);
        return IntStream.range(0, all.size())
                .boxed()
                .flatMap(index -> within(all.path(index), inside.index(index)).stream());
    }
}

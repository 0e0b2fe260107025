package llmsim.openai.schema;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What strict mode demands of every part of a schema.
 *
 * <p>Source: the guide to structured outputs, "supported schemas", and errors of the API that are on record.
 */
final class StrictRules {
    private static final List<String> NOT_PERMITTED =
            List.of("allOf", "oneOf", "not", "dependentRequired", "dependentSchemas", "if", "then", "else");
    private static final List<String> SAY_WHAT_IT_IS = List.of("type", "$ref", "anyOf", "enum", "const");

    private StrictRules() {}

    static Optional<String> check(JsonNode schema) {
        var forbidden = NOT_PERMITTED.stream().filter(schema::has).findFirst();
        if (forbidden.isPresent()) {
            return forbidden.map(keyword -> "'" + keyword + "' is not permitted");
        }
        if (SAY_WHAT_IT_IS.stream().noneMatch(schema::has)) {
            return Optional.of("schema must have a 'type' key");
        }
        return SchemaTypes.has(schema, "object") ? object(schema) : Optional.empty();
    }

    private static Optional<String> object(JsonNode schema) {
        var additional = schema.path("additionalProperties");
        if (!additional.isBoolean() || additional.booleanValue()) {
            return Optional.of("'additionalProperties' is required to be supplied and to be false");
        }
        var properties = schema.path("properties").propertyNames();
        var required = required(schema);
        return firstMissing(properties, required)
                .map(name -> "Missing '" + name + "'")
                .or(() -> firstMissing(required, properties).map(name -> "Extra required key '" + name + "' supplied"))
                .map(what ->
                        "'required' is required to be supplied and to be an array including every key in properties. "
                                + what);
    }

    private static Set<String> required(JsonNode schema) {
        return schema.path("required")
                .valueStream()
                .map(name -> name.asString(""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Optional<String> firstMissing(Collection<String> wanted, Collection<String> given) {
        return wanted.stream().filter(name -> !given.contains(name)).findFirst();
    }
}

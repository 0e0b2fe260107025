package llmsim.engine.schema;

import java.util.HashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** JSON values as objects that are equal where JSON Schema calls the values equal: 1 and 1.0, or members in any order. */
final class Canonical {
    private static final Object NULL = Kind.NULL;

    private Canonical() {}

    static Object of(JsonNode value) {
        return switch (Kind.of(value)) {
            case NULL -> NULL;
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> value.decimalValue().stripTrailingZeros();
            case STRING -> value.asString();
            case ARRAY ->
                StreamSupport.stream(value.spliterator(), false)
                        .map(Canonical::of)
                        .collect(Collectors.toList());
            case OBJECT -> members(value);
        };
    }

    private static Object members(JsonNode object) {
        var members = new HashMap<String, Object>();
        object.properties().forEach(member -> members.put(member.getKey(), of(member.getValue())));
        return members;
    }
}

package llmsim.engine.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import llmsim.api.json.FieldPath;
import llmsim.engine.schema.regex.Regex;
import llmsim.engine.schema.regex.RegexException;
import tools.jackson.databind.JsonNode;

/** The keywords of one schema object, read leniently: {@code null} is absent, and numbers may be strings as in protobuf. */
record Keywords(JsonNode schema, FieldPath where) {
    boolean has(String name) {
        return schema.has(name) && !schema.get(name).isNull();
    }

    Optional<JsonNode> any(String name) {
        return has(name) ? Optional.of(schema.get(name)) : Optional.empty();
    }

    Optional<String> text(String name) {
        return any(name).map(value -> {
            require(value.isString(), name, "must be a string");
            return value.asString();
        });
    }

    boolean flag(String name) {
        return any(name)
                .filter(JsonNode::isBoolean)
                .filter(JsonNode::booleanValue)
                .isPresent();
    }

    /** A number of 0 or more; what is larger than an {@code int} is its largest. */
    OptionalInt count(String name) {
        var number = number(name);
        if (number.isEmpty()) {
            return OptionalInt.empty();
        }
        require(number.get().signum() >= 0, name, "must be 0 or more");
        var most = BigDecimal.valueOf(Integer.MAX_VALUE);
        return OptionalInt.of(number.get().min(most).intValue());
    }

    Optional<BigDecimal> number(String name) {
        return any(name).map(value -> value.isNumber() ? value.decimalValue() : written(value, name));
    }

    private BigDecimal written(JsonNode value, String name) {
        require(value.isString() && value.asString().length() < 40, name, "must be a number");
        try {
            var number = new BigDecimal(value.asString().strip());
            require(Math.abs((long) number.scale()) <= Limits.DIGITS, name, "has too many digits");
            return number;
        } catch (NumberFormatException notWritten) {
            throw unusable(name, "must be a number");
        }
    }

    List<JsonNode> list(String name) {
        var elements = new ArrayList<JsonNode>();
        any(name).ifPresent(value -> {
            require(value.isArray(), name, "must be an array");
            value.forEach(elements::add);
        });
        return elements;
    }

    List<String> names(String name) {
        return list(name).stream()
                .map(value -> {
                    require(value.isString(), name, "must be an array of strings");
                    return value.asString();
                })
                .toList();
    }

    Set<Map.Entry<String, JsonNode>> members(String name) {
        return any(name)
                .map(value -> {
                    require(value.isObject(), name, "must be an object");
                    return value.properties();
                })
                .orElse(Set.of());
    }

    Regex regex(String source, String name) {
        try {
            return Regex.read(source);
        } catch (RegexException wrong) {
            throw unusable(name, "is a regular expression that cannot be used, " + wrong.getMessage());
        }
    }

    void require(boolean held, String name, String rule) {
        if (!held) {
            throw unusable(name, rule);
        }
    }

    UnusableSchemaException unusable(String name, String rule) {
        return new UnusableSchemaException(where.field(name), "'" + name + "' " + rule);
    }
}

package llmsim.server.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What was written, as JSON. Without quotes, {@code true}, {@code false}, {@code null} and whatever JSON takes for a
 * number are that, in YAML too; all else is text. Numbers are exact.
 */
public final class JsonValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final int LONGEST_NUMBER = 1_000;
    private static final int GREATEST_EXPONENT = 10_000;

    private final Consumer<ConfigurationError> errors;

    private JsonValues(Consumer<ConfigurationError> errors) {
        this.errors = errors;
    }

    /** The value as JSON; a number without measure is reported, and {@code null} stands in its place. */
    public static JsonNode of(Raw raw, Consumer<ConfigurationError> errors) {
        return new JsonValues(errors).json(raw);
    }

    private JsonNode json(Raw raw) {
        return switch (raw) {
            case Raw.Nothing _ -> JSON.nullNode();
            case Raw.Scalar(var text, var quoted, var _) when quoted -> JSON.stringNode(text);
            case Raw.Scalar(var text, var _, var origin) -> unquoted(text, origin);
            case Raw.Sequence(var items, var _) -> {
                var array = JSON.arrayNode();
                items.forEach(item -> array.add(json(item)));
                yield array;
            }
            case Raw.Mapping(var entries, var _) -> {
                var object = JSON.objectNode();
                entries.forEach(entry -> object.set(entry.name(), json(entry.value())));
                yield object;
            }
        };
    }

    private JsonNode unquoted(String text, Origin origin) {
        if (text.equals("true") || text.equals("false")) {
            return JSON.booleanNode(text.equals("true"));
        }
        if (text.length() > LONGEST_NUMBER) {
            return digitsOnly(text) ? tooGreat(origin) : JSON.stringNode(text);
        }
        return NUMBER.matcher(text).matches() ? number(text, origin) : JSON.stringNode(text);
    }

    private static boolean digitsOnly(String text) {
        return text.chars().allMatch(each -> "0123456789+-.eE".indexOf(each) >= 0);
    }

    private JsonNode number(String text, Origin origin) {
        var whole = text.chars().noneMatch(each -> each == '.' || each == 'e' || each == 'E');
        if (whole) {
            return integer(new BigInteger(text));
        }
        var exponent = text.replaceFirst("^[^eE]*[eE]?[+-]?0*", "");
        if (exponent.length() > 5 || (!exponent.isEmpty() && Integer.parseInt(exponent) > GREATEST_EXPONENT)) {
            return tooGreat(origin);
        }
        return JSON.numberNode(new BigDecimal(text));
    }

    private static JsonNode integer(BigInteger value) {
        if (value.bitLength() < Integer.SIZE) {
            return JSON.numberNode(value.intValue());
        }
        return value.bitLength() < Long.SIZE ? JSON.numberNode(value.longValue()) : JSON.numberNode(value);
    }

    private JsonNode tooGreat(Origin origin) {
        errors.accept(new ConfigurationError(
                origin,
                "a number must have at most " + LONGEST_NUMBER + " characters, and an exponent of at most "
                        + GREATEST_EXPONENT));
        return JSON.nullNode();
    }
}

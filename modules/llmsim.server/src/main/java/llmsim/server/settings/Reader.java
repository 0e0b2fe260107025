package llmsim.server.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.JsonValues;
import llmsim.server.document.Raw;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns what was written into a value. */
public interface Reader<T> {
    /** What a right value is: {@code a whole number from 1 to 10}. */
    String expected();

    /** The value; empty if it is wrong, then each error was reported. */
    Optional<T> read(Raw raw, Consumer<ConfigurationError> errors);

    /** All right values, if they can be listed and are the same in every run; else empty. */
    default List<String> choices() {
        return List.of();
    }

    /** Whether one line of text can say it, so that there is an environment variable for it. */
    default boolean fitsOneLine() {
        return true;
    }

    /** What was written as JSON, as it may be shown. */
    default JsonNode shown(Raw raw) {
        return JsonValues.of(raw, _ -> {});
    }

    /** The JSON Schema of what {@link #shown} gives: a new one each time. */
    ObjectNode schema();

    /** What was written, as it may be shown. */
    default String written(Raw raw) {
        return raw instanceof Raw.Scalar(var text, var _, var _) ? text : raw.kind();
    }
}

package llmsim.server.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import llmsim.api.settings.NearMiss;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Raw;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a value that is one text.
 *
 * @param form of the value in JSON
 * @param parse empty for a wrong text
 */
record TextReader<T>(String expected, Form form, Function<String, Optional<T>> parse) implements Reader<T> {
    @Override
    public List<String> choices() {
        return form instanceof Form.Text(var choices) ? choices : List.of();
    }

    /** As its kind of JSON, however it was written: {@code "8080"} in quotes is a number too. */
    @Override
    public JsonNode shown(Raw raw) {
        return raw instanceof Raw.Scalar(var text, var _, var _) ? form.shown(text) : Reader.super.shown(raw);
    }

    @Override
    public ObjectNode schema() {
        return form.schema();
    }

    @Override
    public Optional<T> read(Raw raw, Consumer<ConfigurationError> errors) {
        var value = raw instanceof Raw.Scalar(var text, var _, var _) ? parse.apply(text) : Optional.<T>empty();
        if (value.isEmpty()) {
            errors.accept(
                    new ConfigurationError(raw.origin(), "must be " + expected + ", not " + raw.kind() + hint(raw)));
        }
        return value;
    }

    private String hint(Raw raw) {
        return raw instanceof Raw.Scalar(var text, var _, var _) ? NearMiss.hint(text, choices()) : "";
    }
}

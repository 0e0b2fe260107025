package llmsim.server.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import llmsim.api.settings.NearMiss;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Raw;

/**
 * Reads a value that is one text.
 *
 * @param choices all right values if they can be listed, else empty
 * @param parse empty for a wrong text
 */
record TextReader<T>(String expected, List<String> choices, Function<String, Optional<T>> parse) implements Reader<T> {
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
        return raw instanceof Raw.Scalar(var text, var _, var _) ? NearMiss.hint(text, choices) : "";
    }
}

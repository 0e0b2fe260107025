package llmsim.server.document;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import llmsim.api.settings.NearMiss;
import tools.jackson.databind.JsonNode;

/**
 * Reads single values. One that is wrong is told with its place, and empty.
 *
 * @param path how errors name the value
 */
public record Scalars(String path, Raw raw, Consumer<ConfigurationError> errors) {

    /** A text. */
    public Optional<String> text() {
        var json = json();
        if (!json.isString()) {
            var quotes = raw instanceof Raw.Scalar ? "; a text that looks like this needs quotes" : "";
            return wrong("must be a text, not " + raw.kind() + quotes);
        }
        return Optional.of(json.stringValue());
    }

    /** A text that is not empty. */
    public Optional<String> filledText() {
        var text = text();
        return text.filter(String::isEmpty).isPresent() ? wrong("must not be empty") : text;
    }

    /** One of the choices. */
    public Optional<String> choice(List<String> choices) {
        return text().flatMap(written -> choices.contains(written)
                ? Optional.of(written)
                : wrong("must be one of the choices, not " + raw.kind() + NearMiss.hint(written, choices)));
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> flag() {
        var json = json();
        return json.isBoolean() ? Optional.of(json.booleanValue()) : wrong("must be true or false, not " + raw.kind());
    }

    /** A number within bounds, both included. */
    public Optional<Double> number(double least, double greatest, String unit) {
        var json = json();
        var fits = json.isNumber() && json.doubleValue() >= least && json.doubleValue() <= greatest;
        return fits
                ? Optional.of(json.doubleValue())
                : wrong("must be a number" + unit + " from " + Math.round(least) + " to " + Math.round(greatest)
                        + ", not " + raw.kind());
    }

    /** A whole number within bounds, both included. */
    public Optional<Integer> integer(int least, int greatest) {
        return whole(least, greatest).map(Math::toIntExact);
    }

    /** A whole number within bounds, both included. */
    public Optional<Long> whole(long least, long greatest) {
        var json = json();
        var whole = json.isIntegralNumber() && json.canConvertToLong();
        return whole && json.longValue() >= least && json.longValue() <= greatest
                ? Optional.of(json.longValue())
                : wrong("must be a whole number from " + least + " to " + greatest + ", not " + raw.kind());
    }

    /** Says that the value is wrong; empty. */
    public <T> Optional<T> wrong(String message) {
        errors.accept(new ConfigurationError(raw.origin(), path + " " + message));
        return Optional.empty();
    }

    private JsonNode json() {
        return JsonValues.of(raw instanceof Raw.Scalar ? raw : new Raw.Nothing(raw.origin()), errors);
    }
}

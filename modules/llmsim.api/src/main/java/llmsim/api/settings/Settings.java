package llmsim.api.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * Named values that a user wrote for one extension, each with the place where it was written. Immutable.
 *
 * <p>The part behind the colon of {@code NAME:TEXT} arrives under the name {@link #ARGUMENT}.
 */
public final class Settings {
    /** Name of the text behind the colon in {@code NAME:TEXT}. */
    public static final String ARGUMENT = "argument";

    /** No settings. */
    public static final Settings NONE = new Settings(Map.of());

    private final Map<String, Value> values;

    private Settings(Map<String, Value> values) {
        this.values = values;
    }

    /** Settings with their places. */
    public static Settings of(Map<String, Value> values) {
        return new Settings(new LinkedHashMap<>(values));
    }

    /** Only an argument, as in {@code fixed:Hello}. */
    public static Settings ofArgument(String argument) {
        return of(Map.of(ARGUMENT, new Value(argument, "")));
    }

    /** These settings and one more; a value of the same name is replaced. */
    public Settings with(String name, Value value) {
        var more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Settings(more);
    }

    /** The names given, in the user's order. */
    public Set<String> names() {
        return java.util.Collections.unmodifiableSet(values.keySet());
    }

    /**
     * These settings, if they have no other names than these; {@link SettingsException} about the first other one. To be
     * called first, so that a typing error is not silent. {@link #ARGUMENT} is a name like any other.
     */
    public Settings only(String... known) {
        var choices = List.of(known);
        values.forEach((name, value) -> {
            if (!choices.contains(name)) {
                throw new SettingsException(value.place(), unknown(name, value.text(), choices));
            }
        });
        return this;
    }

    private static String unknown(String name, String text, List<String> choices) {
        if (name.equals(ARGUMENT)) {
            return "no text is taken behind the colon, but got '" + text + "'";
        }
        return "unknown setting '" + name + "'"
                + (choices.isEmpty() ? "; there is none to set" : NearMiss.hint(name, choices));
    }

    /** The text of this name; empty if it was not given. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(Value::text);
    }

    /** The whole number of this name; {@link SettingsException} if it is none. */
    public OptionalLong integer(String name) {
        return read(name, "a whole number", Long::valueOf).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    /** The finite number of this name; {@link SettingsException} if it is none. */
    public OptionalDouble number(String name) {
        var number = read(name, "a number", Double::valueOf).filter(value -> checkFinite(name, value));
        return number.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /** {@code true} or {@code false}; {@link SettingsException} if it is neither. */
    public Optional<Boolean> flag(String name) {
        return read(name, "true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    /** An error about the value of this name, with its place. */
    public SettingsException invalid(String name, String expected) {
        var value = values.getOrDefault(name, new Value("", ""));
        return new SettingsException(value.place(), name + " must be " + expected + ", not '" + value.text() + "'");
    }

    private boolean checkFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw invalid(name, "a finite number");
        }
        return true;
    }

    private <T> Optional<T> read(String name, String expected, Function<String, T> reader) {
        try {
            return text(name).map(reader);
        } catch (IllegalArgumentException _) {
            throw invalid(name, expected);
        }
    }

    /**
     * A value as text, and where it was written.
     *
     * @param place such as {@code llmsim.yaml:3:7}, or empty
     */
    public record Value(String text, String place) {}
}

package llmsim.server.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import llmsim.api.settings.NearMiss;

/**
 * The keys of one mapping, to be read one by one. Whatever is wrong is told with its place and its path; what is read
 * then is empty, and reading goes on, so that all errors are told at once.
 */
public final class Fields {
    private final String path;
    private final Origin origin;
    private final Map<String, Raw.Entry> entries = new LinkedHashMap<>();
    private final Consumer<ConfigurationError> errors;
    private final boolean readable;

    private Fields(String path, Raw raw, Consumer<ConfigurationError> errors) {
        this.path = path;
        this.origin = raw.origin();
        this.errors = errors;
        this.readable = raw instanceof Raw.Mapping;
        if (raw instanceof Raw.Mapping(var all, var _)) {
            all.forEach(entry -> entries.put(entry.name(), entry));
        } else {
            complain(raw.origin(), path.isEmpty() ? "the file" : path, "must be keys with values, not " + raw.kind());
        }
    }

    /**
     * The keys of a value that should be a mapping.
     *
     * @param path how errors name the value, such as {@code turns[2]}; empty for the whole file
     */
    public static Fields of(String path, Raw raw, Consumer<ConfigurationError> errors) {
        return new Fields(path, raw, errors);
    }

    /** How errors name the value of a key. */
    public String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** Where the mapping begins. */
    public Origin origin() {
        return origin;
    }

    /** Whether a key is there. */
    public boolean has(String name) {
        return entries.containsKey(name);
    }

    /** The value of a key, if it is there. */
    public Optional<Raw> find(String name) {
        return Optional.ofNullable(entries.get(name)).map(Raw.Entry::value);
    }

    /** The value of a key that must be there. */
    public Optional<Raw> require(String name) {
        if (readable && !has(name)) {
            complain(origin, path.isEmpty() ? "the file" : path, "must have the key '" + name + "'");
        }
        return find(name);
    }

    /** The text of a key, if it is there. */
    public Optional<String> text(String name) {
        return scalar(name).flatMap(Scalars::text);
    }

    /** The text of a key that must be there. */
    public Optional<String> requireText(String name) {
        require(name);
        return text(name);
    }

    /** The text of a key that must be there, and say something. */
    public Optional<String> requireName(String name) {
        require(name);
        return scalar(name).flatMap(Scalars::filledText);
    }

    /** One of the choices, if the key is there. */
    public Optional<String> choice(String name, List<String> choices) {
        return scalar(name).flatMap(value -> value.choice(choices));
    }

    /** One of the choices, of a key that must be there. */
    public Optional<String> requireChoice(String name, List<String> choices) {
        require(name);
        return choice(name, choices);
    }

    /** The number of a key, if it is there. */
    public Optional<Double> number(String name, double least, double greatest, String unit) {
        return scalar(name).flatMap(value -> value.number(least, greatest, unit));
    }

    /** The whole number of a key, if it is there. */
    public Optional<Integer> integer(String name, int least, int greatest) {
        return scalar(name).flatMap(value -> value.integer(least, greatest));
    }

    /** The whole number of a key, if it is there. */
    public Optional<Long> whole(String name, long least, long greatest) {
        return scalar(name).flatMap(value -> value.whole(least, greatest));
    }

    private Optional<Scalars> scalar(String name) {
        return find(name).map(raw -> new Scalars(path(name), raw, errors));
    }

    /** The items of a list with at least one, of a key that must be there. */
    public List<Raw> requireItems(String name) {
        return require(name).map(raw -> items(name, raw)).orElse(List.of());
    }

    private List<Raw> items(String name, Raw raw) {
        if (!(raw instanceof Raw.Sequence(var items, var _))) {
            complain(raw.origin(), path(name), "must be a list, not " + raw.kind());
            return new ArrayList<>();
        }
        if (items.isEmpty()) {
            complain(raw.origin(), path(name), "must not be empty");
        }
        return items;
    }

    /** Reports every key that is none of these; {@code $schema} and names with {@code _} in front may stand anywhere. */
    public void allow(List<String> known) {
        entries.values().stream()
                .filter(entry -> !known.contains(entry.name()) && !isNote(entry.name()))
                .forEach(entry -> errors.accept(new ConfigurationError(
                        entry.origin(),
                        "unknown key '" + path(entry.name()) + "'" + NearMiss.hint(entry.name(), known))));
    }

    private static boolean isNote(String name) {
        return name.startsWith("_") || name.equals("$schema");
    }

    private void complain(Origin where, String what, String message) {
        errors.accept(new ConfigurationError(where, what + " " + message));
    }
}

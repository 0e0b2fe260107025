package llmsim.api.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** HTTP header fields in order; names compare without case. Immutable. */
public final class Headers {
    /** No fields. */
    public static final Headers NONE = new Headers(List.of());

    // Names and values in turn: there are few, and every answer makes some.
    private final List<String> flat;

    private Headers(List<String> flat) {
        this.flat = flat;
    }

    /** These fields, one value each. */
    public static Headers of(Map<String, String> fields) {
        var headers = new Builder();
        fields.forEach(headers::add);
        return headers.build();
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** The first value of a field. */
    public Optional<String> first(String name) {
        var key = name.toLowerCase(Locale.ROOT);
        for (var i = 0; i < flat.size(); i += 2) {
            if (flat.get(i).equals(key)) {
                return Optional.of(flat.get(i + 1));
            }
        }
        return Optional.empty();
    }

    /** All values of a field, in order. */
    public List<String> all(String name) {
        var key = name.toLowerCase(Locale.ROOT);
        var values = new ArrayList<String>();
        for (var i = 0; i < flat.size(); i += 2) {
            if (flat.get(i).equals(key)) {
                values.add(flat.get(i + 1));
            }
        }
        return List.copyOf(values);
    }

    /** Every field, its name in lower case. */
    public void forEach(BiConsumer<String, String> action) {
        for (var i = 0; i < flat.size(); i += 2) {
            action.accept(flat.get(i), flat.get(i + 1));
        }
    }

    private Map<String, List<String>> byName() {
        var fields = new LinkedHashMap<String, List<String>>();
        forEach((name, value) ->
                fields.computeIfAbsent(name, _ -> new ArrayList<>()).add(value));
        return fields;
    }

    /** Whether each name has the same values in the same order; the order of the names does not matter. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Headers that && byName().equals(that.byName());
    }

    @Override
    public int hashCode() {
        return byName().hashCode();
    }

    @Override
    public String toString() {
        return byName().toString();
    }

    /** Collects fields. Not thread-safe. */
    public static final class Builder {
        private final List<String> flat = new ArrayList<>(32);

        private Builder() {}

        /** Adds a value to a field. */
        public Builder add(String name, String value) {
            flat.add(name.toLowerCase(Locale.ROOT));
            flat.add(Objects.requireNonNull(value, name));
            return this;
        }

        /** The fields added so far. */
        public Headers build() {
            return new Headers(List.copyOf(flat));
        }
    }
}

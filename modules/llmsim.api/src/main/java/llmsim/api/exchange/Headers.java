package llmsim.api.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** HTTP header fields in order; names compare without case. Immutable. */
public final class Headers {
    /** No fields. */
    public static final Headers NONE = new Headers(Map.of());

    private final Map<String, List<String>> fields;

    private Headers(Map<String, List<String>> fields) {
        this.fields = fields;
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
        return all(name).stream().findFirst();
    }

    /** All values of a field, in order. */
    public List<String> all(String name) {
        return fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** Every name, in lower case, with each of its values. */
    public void forEach(BiConsumer<String, String> action) {
        fields.forEach((name, values) -> values.forEach(value -> action.accept(name, value)));
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Headers that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return fields.toString();
    }

    /** Collects fields. Not thread-safe. */
    public static final class Builder {
        private final Map<String, List<String>> fields = new LinkedHashMap<>();

        private Builder() {}

        /** Adds a value to a field. */
        public Builder add(String name, String value) {
            fields.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(value);
            return this;
        }

        /** The fields added so far. */
        public Headers build() {
            var copy = new LinkedHashMap<String, List<String>>();
            fields.forEach((name, values) -> copy.put(name, List.copyOf(values)));
            return new Headers(copy);
        }
    }
}

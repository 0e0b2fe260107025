package llmsim.api.json;

import java.util.Optional;

/**
 * A field of a wire record where it makes a difference whether it is absent, null, or has a value.
 *
 * <p>{@link WireMapper} reads and writes it. Fields for which absent and null are the same are a nullable component
 * instead. Immutable.
 */
public sealed interface Field<T> {
    /** Not there. */
    record Absent<T>() implements Field<T> {}

    /** There, and {@code null}. */
    record Null<T>() implements Field<T> {}

    /** There, with this value. */
    record Value<T>(T value) implements Field<T> {}

    /** Not there. */
    static <T> Field<T> absent() {
        return new Absent<>();
    }

    /** There, and {@code null}. */
    static <T> Field<T> ofNull() {
        return new Null<>();
    }

    /** There, with this value. */
    static <T> Field<T> of(T value) {
        return new Value<>(value);
    }

    /** There, with this value or {@code null} in place of none. */
    static <T> Field<T> orNull(Optional<T> value) {
        return value.<Field<T>>map(Value::new).orElseGet(Null::new);
    }

    /** There with this value, or not there. */
    static <T> Field<T> orAbsent(Optional<T> value) {
        return value.<Field<T>>map(Value::new).orElseGet(Absent::new);
    }

    /** The value, if there is one. */
    default Optional<T> toOptional() {
        return this instanceof Value<T>(var value) ? Optional.of(value) : Optional.empty();
    }
}

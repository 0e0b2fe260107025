package llmsim.api.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import llmsim.api.problem.Problem;
import tools.jackson.databind.JsonNode;

/**
 * What a JSON value must look like, as data. A dialect states the shapes of its requests; {@link #check} finds the first
 * place that does not keep to them.
 *
 * <p>Fields that a shape does not name are accepted. Lengths of strings count code points. Immutable.
 */
public sealed interface Shape {

    /** Anything at all. */
    record Any() implements Shape {}

    /** {@code true} or {@code false}. */
    record Bool() implements Shape {}

    /** A string of so many code points that fits a pattern, if there is one. */
    record Text(int minimum, int maximum, Optional<Pattern> pattern) implements Shape {}

    /** One of these strings. */
    record Choice(List<String> choices) implements Shape {
        public Choice {
            choices = List.copyOf(choices);
        }
    }

    /** A number without fraction and exponent, between these two. */
    record Whole(long minimum, long maximum) implements Shape {}

    /** Any number between these two. */
    record Decimal(BigDecimal minimum, BigDecimal maximum) implements Shape {}

    /** An array of so many elements. */
    record Items(Shape element, int minimum, int maximum) implements Shape {}

    /** An object with these fields, checked in this order after it is sure that none is missing. */
    record Fields(List<Member> members) implements Shape {
        public Fields {
            members = List.copyOf(members);
        }
    }

    /** An object with any names. */
    record Entries(Shape value, int maximum, int longestName) implements Shape {}

    /**
     * An object whose shape depends on one of its fields.
     *
     * @param variants in the order in which errors list them
     * @param otherwise for an object whose field is absent or has another value; empty where that is wrong
     */
    record Variants(String discriminator, List<Variant> variants, Optional<Shape> otherwise) implements Shape {
        public Variants {
            variants = List.copyOf(variants);
        }

        /** The values that the field may have. */
        public List<String> values() {
            return variants.stream().map(Variant::value).toList();
        }

        /** The same with a shape for objects of no known variant. */
        public Variants otherwise(Shape shape) {
            return new Variants(discriminator, variants, Optional.of(shape));
        }
    }

    /** One of several shapes of different kinds. */
    record Either(List<Shape> alternatives) implements Shape {
        public Either {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** The shape, or {@code null}. */
    record Nullable(Shape shape) implements Shape {}

    /** The shape, and the provider's words for what is expected, such as {@code a decimal}. */
    record Called(Shape shape, String expected) implements Shape {}

    /** A field of {@link Fields}. */
    record Member(String name, Shape shape, boolean required) {}

    /** The shape of an object whose deciding field has this value. */
    record Variant(String value, Shape shape) {}

    /** The first thing that is wrong with a document; empty if it keeps to the shape. */
    default Optional<Problem.InvalidField> check(JsonNode document) {
        return ShapeCheck.check(this, document, FieldPath.ROOT);
    }

    /** This shape, or {@code null}. */
    default Shape orNull() {
        return new Nullable(this);
    }

    /** This shape, called so in errors. */
    default Shape called(String expected) {
        return new Called(this, expected);
    }

    /** Anything at all. */
    static Shape any() {
        return new Any();
    }

    /** {@code true} or {@code false}. */
    static Shape bool() {
        return new Bool();
    }

    /** Any string. */
    static Shape text() {
        return text(0, Integer.MAX_VALUE);
    }

    /** A string of so many code points. */
    static Shape text(int minimum, int maximum) {
        return new Text(minimum, maximum, Optional.empty());
    }

    /** A string of so many code points that fits a pattern; the pattern must take linear time on any input. */
    static Shape text(int minimum, int maximum, Pattern pattern) {
        return new Text(minimum, maximum, Optional.of(pattern));
    }

    /** One of these strings. */
    static Shape choice(String... choices) {
        return new Choice(List.of(choices));
    }

    /** An integer between these two. */
    static Shape whole(long minimum, long maximum) {
        return new Whole(minimum, maximum);
    }

    /** A number between these two. */
    static Shape decimal(long minimum, long maximum) {
        return new Decimal(BigDecimal.valueOf(minimum), BigDecimal.valueOf(maximum));
    }

    /** An array of so many elements. */
    static Shape items(Shape element, int minimum, int maximum) {
        return new Items(element, minimum, maximum);
    }

    /** An object with these fields. */
    static Shape fields(Member... members) {
        return new Fields(List.of(members));
    }

    /** An object with any names. */
    static Shape entries(Shape value, int maximum, int longestName) {
        return new Entries(value, maximum, longestName);
    }

    /** One of several shapes of different kinds. */
    static Shape either(Shape... alternatives) {
        return new Either(List.of(alternatives));
    }

    /** A field that must be there. */
    static Member required(String name, Shape shape) {
        return new Member(name, shape, true);
    }

    /** A field that may be absent. */
    static Member optional(String name, Shape shape) {
        return new Member(name, shape, false);
    }

    /** An object whose shape depends on a field. */
    static Variants variants(String discriminator, Variant... variants) {
        return new Variants(discriminator, List.of(variants), Optional.empty());
    }
}

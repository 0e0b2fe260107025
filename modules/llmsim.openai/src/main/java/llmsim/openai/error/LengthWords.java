package llmsim.openai.error;

import llmsim.api.json.FieldPath;
import llmsim.api.problem.Violation.Sized;
import llmsim.api.problem.Violation.TooLong;
import llmsim.api.problem.Violation.TooShort;

/** Texts, arrays and objects of a wrong length. */
final class LengthWords {
    private LengthWords() {}

    static Explained tooShort(FieldPath path, TooShort found) {
        var kind = kind(found.kind());
        var empty = found.actual() == 0;
        var start = empty ? "empty " + kind : kind + " too short";
        var end = empty ? "an empty " + kind : article(kind) + " with length " + found.actual();
        return FieldWords.invalid(
                ParamName.of(path),
                start + ". Expected " + article(kind) + " with minimum length " + found.minimum() + ", but got " + end
                        + " instead.",
                empty ? "empty_" + kind : kind + "_below_min_length");
    }

    static Explained tooLong(FieldPath path, TooLong found) {
        return switch (found.kind()) {
            case STRING, ARRAY -> tooLong(ParamName.of(path), kind(found.kind()), found);
            case OBJECT -> tooManyProperties(ParamName.of(path), found);
            case NAME -> longName(path, found);
        };
    }

    private static Explained tooLong(String param, String kind, TooLong found) {
        return FieldWords.invalid(
                param,
                kind + " too long. Expected " + article(kind) + " with maximum length " + found.maximum() + ", but got "
                        + article(kind) + " with length " + found.actual() + " instead.",
                kind + "_above_max_length");
    }

    private static Explained tooManyProperties(String param, TooLong found) {
        return FieldWords.invalid(
                param,
                "too many properties. Expected an object with at most " + found.maximum()
                        + " properties, but got an object with " + found.actual() + " properties instead.",
                "object_above_max_properties");
    }

    private static Explained longName(FieldPath path, TooLong found) {
        var name = path.steps().getLast() instanceof FieldPath.Field(var field) ? field : "";
        return Explained.parameter(
                ParamName.of(path),
                "Invalid property name in '" + ParamName.of(ParamName.above(path)) + "': '" + Echo.of(name)
                        + "' is too long. Expected a string with maximum length " + found.maximum()
                        + ", but got a string with length " + found.actual() + " instead.",
                "property_name_above_max_length");
    }

    private static String kind(Sized sized) {
        return switch (sized) {
            case STRING, NAME -> "string";
            case ARRAY -> "array";
            case OBJECT -> "object";
        };
    }

    private static String article(String kind) {
        return (kind.equals("string") ? "a " : "an ") + kind;
    }
}

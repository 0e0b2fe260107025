package llmsim.api.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import llmsim.api.problem.Problem.InvalidField;
import llmsim.api.problem.Violation;
import llmsim.api.problem.Violation.Sized;
import tools.jackson.databind.JsonNode;

/** Compares values with shapes; the first difference ends it. */
final class ShapeCheck {
    private static final int LONGEST_NUMBER = 40;

    private ShapeCheck() {}

    static Optional<InvalidField> check(Shape shape, JsonNode value, FieldPath path) {
        return switch (shape) {
            case Shape.Any() -> Optional.empty();
            case Shape.Nullable(var inner) -> value.isNull() ? Optional.empty() : check(inner, value, path);
            case Shape.Called(var inner, var _) when Kinds.match(inner, value) -> check(inner, value, path);
            case Shape _ when !Kinds.match(shape, value) -> wrongType(shape, value, path);
            case Shape.Called _, Shape.Bool _ -> Optional.empty();
            case Shape.Text text -> text(text, value.stringValue(), path);
            case Shape.Choice(var choices) -> choice(choices, value.stringValue(), path);
            case Shape.Whole(var minimum, var maximum) ->
                range(
                        new BigDecimal(value.bigIntegerValue()),
                        BigDecimal.valueOf(minimum),
                        BigDecimal.valueOf(maximum),
                        true,
                        path);
            case Shape.Decimal(var minimum, var maximum) -> range(value.decimalValue(), minimum, maximum, false, path);
            case Shape.Items items -> items(items, value, path);
            case Shape.Fields(var members) -> fields(members, value, path);
            case Shape.Entries entries -> entries(entries, value, path);
            case Shape.Variants variants -> variants(variants, value, path);
            case Shape.Either(var alternatives) ->
                alternatives.stream()
                        .filter(alternative -> Kinds.match(alternative, value))
                        .findFirst()
                        .flatMap(alternative -> check(alternative, value, path));
        };
    }

    private static Optional<InvalidField> text(Shape.Text shape, String text, FieldPath path) {
        var length = text.codePointCount(0, text.length());
        if (length < shape.minimum()) {
            return wrong(path, new Violation.TooShort(Sized.STRING, length, shape.minimum()));
        }
        if (length > shape.maximum()) {
            return wrong(path, new Violation.TooLong(Sized.STRING, length, shape.maximum()));
        }
        return shape.pattern()
                .filter(pattern -> !pattern.matcher(text).matches())
                .flatMap(pattern -> wrong(path, new Violation.Unmatched(pattern.pattern())));
    }

    private static Optional<InvalidField> choice(List<String> choices, String text, FieldPath path) {
        return choices.contains(text) ? Optional.empty() : wrong(path, new Violation.NotOneOf(text, choices));
    }

    private static Optional<InvalidField> range(
            BigDecimal number, BigDecimal minimum, BigDecimal maximum, boolean integer, FieldPath path) {
        if (number.compareTo(minimum) < 0) {
            return wrong(path, new Violation.TooSmall(written(number), minimum.toString(), integer));
        }
        if (number.compareTo(maximum) > 0) {
            return wrong(path, new Violation.TooGreat(written(number), maximum.toString(), integer));
        }
        return Optional.empty();
    }

    private static String written(BigDecimal number) {
        var text = number.toString();
        return text.length() <= LONGEST_NUMBER ? text : text.substring(0, LONGEST_NUMBER) + "…";
    }

    private static Optional<InvalidField> items(Shape.Items shape, JsonNode array, FieldPath path) {
        var size = array.size();
        if (size < shape.minimum()) {
            return wrong(path, new Violation.TooShort(Sized.ARRAY, size, shape.minimum()));
        }
        if (size > shape.maximum()) {
            return wrong(path, new Violation.TooLong(Sized.ARRAY, size, shape.maximum()));
        }
        for (var index = 0; index < size; index++) {
            var found = check(shape.element(), array.get(index), path.index(index));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<InvalidField> fields(List<Shape.Member> members, JsonNode object, FieldPath path) {
        for (var member : members) {
            if (member.required() && !object.has(member.name())) {
                return wrong(path.field(member.name()), new Violation.Missing());
            }
        }
        return members.stream()
                .filter(member -> object.has(member.name()))
                .flatMap(member -> check(member.shape(), object.get(member.name()), path.field(member.name())).stream())
                .findFirst();
    }

    private static Optional<InvalidField> entries(Shape.Entries shape, JsonNode object, FieldPath path) {
        if (object.size() > shape.maximum()) {
            return wrong(path, new Violation.TooLong(Sized.OBJECT, object.size(), shape.maximum()));
        }
        for (var entry : object.properties()) {
            var at = path.field(entry.getKey());
            var length = entry.getKey().codePointCount(0, entry.getKey().length());
            if (length > shape.longestName()) {
                return wrong(at, new Violation.TooLong(Sized.NAME, length, shape.longestName()));
            }
            var found = check(shape.value(), entry.getValue(), at);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<InvalidField> variants(Shape.Variants shape, JsonNode object, FieldPath path) {
        var value = object.get(shape.discriminator());
        var found = shape.variants().stream()
                .filter(variant ->
                        value != null && value.isString() && variant.value().equals(value.stringValue()))
                .findFirst()
                .map(Shape.Variant::shape)
                .or(shape::otherwise);
        if (found.isPresent()) {
            return check(found.get(), object, path);
        }
        var at = path.field(shape.discriminator());
        return value == null ? wrong(at, new Violation.Missing()) : check(new Shape.Choice(shape.values()), value, at);
    }

    private static Optional<InvalidField> wrongType(Shape shape, JsonNode value, FieldPath path) {
        return wrong(
                path,
                new Violation.WrongType(
                        Phrases.expected(shape), JsonKind.of(value).phrase()));
    }

    private static Optional<InvalidField> wrong(FieldPath path, Violation violation) {
        return Optional.of(new InvalidField(path, violation));
    }
}

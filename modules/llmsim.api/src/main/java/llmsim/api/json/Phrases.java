package llmsim.api.json;

import java.util.List;
import java.util.stream.Stream;

/** What a shape expects, in words with an article. */
final class Phrases {
    private Phrases() {}

    static String expected(Shape shape) {
        return switch (shape) {
            case Shape.Any() -> "any value";
            case Shape.Bool() -> "a boolean";
            case Shape.Text _ -> "a string";
            case Shape.Choice(var choices) -> "one of " + listed(quoted(choices), "or");
            case Shape.Whole _ -> "an integer";
            case Shape.Decimal _ -> "a number";
            case Shape.Items(var element, var _, var _) -> "an array" + of(element);
            case Shape.Fields _, Shape.Entries _, Shape.Variants _ -> "an object";
            case Shape.Either(var alternatives) -> "one of " + either(alternatives);
            case Shape.Nullable(var inner) -> expected(inner);
            case Shape.Called(var _, var words) -> words;
        };
    }

    /** Such as {@code a, b, or c}. */
    static String listed(List<String> words, String last) {
        return switch (words.size()) {
            case 1 -> words.getFirst();
            case 2 -> words.getFirst() + " " + last + " " + words.getLast();
            default -> String.join(", ", words.subList(0, words.size() - 1)) + ", " + last + " " + words.getLast();
        };
    }

    private static List<String> quoted(List<String> words) {
        return words.stream().map(word -> "'" + word + "'").toList();
    }

    private static String of(Shape element) {
        var phrase = expected(element);
        return phrase.startsWith("a ") || phrase.startsWith("an ") ? " of " + withoutArticle(phrase) + "s" : "";
    }

    private static String either(List<Shape> alternatives) {
        var others = alternatives.stream().skip(1).map(Phrases::expected).map(Phrases::withoutArticle);
        return listed(
                Stream.concat(Stream.of(expected(alternatives.getFirst())), others)
                        .toList(),
                "or");
    }

    private static String withoutArticle(String phrase) {
        return phrase.replaceFirst("^an? ", "");
    }
}

package llmsim.server.settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import llmsim.server.document.Raw;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The kinds of values that settings have. */
final class Readers {
    /** What is shown in place of a secret. */
    static final String SECRET = "(secret)";

    private Readers() {}

    /** A whole number within bounds, both included. */
    static Reader<Long> wholeNumber(long least, long greatest) {
        var expected = least == Long.MIN_VALUE ? "a whole number" : "a whole number from " + least + " to " + greatest;
        return new TextReader<>(
                expected,
                new Form.Whole(least, greatest),
                text -> parsed(text, Long::valueOf).filter(number -> number >= least && number <= greatest));
    }

    /** A whole number that fits an {@code int}. */
    static Reader<Integer> integer(int least, int greatest) {
        return new TextReader<>(
                "a whole number from " + least + " to " + greatest,
                new Form.Whole(least, greatest),
                text -> parsed(text, Integer::valueOf).filter(number -> number >= least && number <= greatest));
    }

    /** A number of milliseconds, fractions allowed. */
    static Reader<Double> millis(double greatest) {
        return new TextReader<>(
                "a number of ms from 0 to " + Math.round(greatest),
                new Form.Decimal(0, greatest),
                text -> parsed(text, Double::valueOf).filter(number -> number >= 0 && number <= greatest));
    }

    /** A part of all. */
    static Reader<Double> rate() {
        return new TextReader<>(
                "a number from 0 to 1",
                new Form.Decimal(0, 1),
                text -> parsed(text, Double::valueOf).filter(number -> number >= 0 && number <= 1));
    }

    /** A number within bounds, both included, fractions allowed. */
    static Reader<Double> number(double least, double greatest) {
        return new TextReader<>(
                "a number from " + plain(least) + " to " + plain(greatest),
                new Form.Decimal(least, greatest),
                text -> parsed(text, Double::valueOf).filter(number -> number >= least && number <= greatest));
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** A whole number of milliseconds. */
    static Reader<Duration> duration(long leastMillis, long greatestMillis) {
        return new TextReader<>(
                "a whole number of ms from " + leastMillis + " to " + greatestMillis,
                new Form.Whole(leastMillis, greatestMillis),
                text -> parsed(text, Long::valueOf)
                        .filter(number -> number >= leastMillis && number <= greatestMillis)
                        .map(Duration::ofMillis));
    }

    static Reader<Boolean> trueOrFalse() {
        return new TextReader<>("true or false", new Form.Flag(), text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** A text that fulfils a condition. */
    static Reader<String> text(String expected, Predicate<String> condition) {
        return new TextReader<>(expected, Form.TEXT, text -> Optional.of(text).filter(condition));
    }

    /** A text that is read further; wrong if reading fails with {@link IllegalArgumentException}. */
    static <T> Reader<T> parsedText(String expected, Function<String, T> parse) {
        return new TextReader<>(expected, Form.TEXT, text -> parsed(text, parse));
    }

    /** An amount of US dollars. */
    static Reader<Double> dollars(double greatest) {
        return new TextReader<>(
                "a number of US dollars from 0",
                new Form.Decimal(0, greatest),
                text -> parsed(text, Double::valueOf).filter(number -> number >= 0 && number <= greatest));
    }

    /** One of the constants, written in lower case. */
    static <E extends Enum<E>> Reader<E> oneOf(List<E> constants) {
        var names = constants.stream().map(Readers::lower).toList();
        return new TextReader<>(
                "one of the choices",
                new Form.Text(names),
                text -> constants.stream()
                        .filter(constant -> lower(constant).equals(text))
                        .findFirst());
    }

    /** Texts: a list, or one text with commas. */
    static Reader<List<String>> texts(String expected) {
        return new ListReader(expected);
    }

    /** The parts of a text between commas, without blanks around them. */
    static Stream<String> commaSeparated(String text) {
        return Stream.of(text.split(",", -1)).map(String::strip).filter(part -> !part.isEmpty());
    }

    /** A list of texts, as JSON, also where it was written in one line. */
    static JsonNode list(Raw raw) {
        var array = JsonNodeFactory.instance.arrayNode();
        new ListReader("").read(raw, _ -> {}).ifPresent(texts -> texts.forEach(array::add));
        return array;
    }

    /** The schema of a list. */
    static ObjectNode listOf(ObjectNode items) {
        return JsonNodeFactory.instance.objectNode().put("type", "array").set("items", items);
    }

    /** The schema of names with values. */
    static ObjectNode byNames(ObjectNode values) {
        return JsonNodeFactory.instance.objectNode().put("type", "object").set("additionalProperties", values);
    }

    /** The schema of keys with values that others read. */
    static ObjectNode keys() {
        return JsonNodeFactory.instance.objectNode().put("type", "object");
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

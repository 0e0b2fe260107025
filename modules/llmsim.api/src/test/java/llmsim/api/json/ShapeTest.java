package llmsim.api.json;

import static llmsim.api.json.Shape.any;
import static llmsim.api.json.Shape.bool;
import static llmsim.api.json.Shape.choice;
import static llmsim.api.json.Shape.decimal;
import static llmsim.api.json.Shape.either;
import static llmsim.api.json.Shape.entries;
import static llmsim.api.json.Shape.fields;
import static llmsim.api.json.Shape.items;
import static llmsim.api.json.Shape.optional;
import static llmsim.api.json.Shape.required;
import static llmsim.api.json.Shape.text;
import static llmsim.api.json.Shape.variants;
import static llmsim.api.json.Shape.whole;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import llmsim.api.content.Bytes;
import llmsim.api.problem.Problem.InvalidField;
import llmsim.api.problem.Violation;
import llmsim.api.problem.Violation.Sized;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShapeTest {
    private static final JsonReader READER = JsonReader.within(JsonLimits.DEFAULT);
    private static final Shape PART = variants(
            "type",
            new Shape.Variant("text", fields(required("text", text()))),
            new Shape.Variant("image", fields(required("url", text(1, 5)))));
    private static final Shape BODY = fields(
            required("model", text(1, 8, Pattern.compile("[a-z0-9-]*"))),
            required("items", items(PART, 1, 2)),
            optional("n", whole(1, 8).orNull()),
            optional("t", decimal(0, 2).called("a decimal")),
            optional("on", bool()),
            optional("effort", choice("low", "high")),
            optional("stop", either(text(), items(text(), 1, 4))),
            optional("choice", either(choice("none", "auto"), fields(required("name", text())))),
            optional("notes", entries(text(0, 4), 2, 3).called("a map of notes")),
            optional("open", any()));
    private static final String GOOD = "\"model\":\"m\",\"items\":[{\"type\":\"text\",\"text\":\"\"}]";

    static Stream<Arguments> violations() {
        return Stream.of(
                Arguments.of("[]", "", new Violation.WrongType("an object", "an array")),
                Arguments.of("{}", "model", new Violation.Missing()),
                Arguments.of("{\"n\":\"x\",\"model\":\"m\"}", "items", new Violation.Missing()),
                Arguments.of("{\"model\":null,\"items\":1}", "model", new Violation.WrongType("a string", "null")),
                Arguments.of("{\"model\":\"\",\"items\":1}", "model", new Violation.TooShort(Sized.STRING, 0, 1)),
                Arguments.of("{\"model\":\"A\",\"items\":1}", "model", new Violation.Unmatched("[a-z0-9-]*")),
                Arguments.of(
                        "{\"model\":\"m\",\"items\":1}",
                        "items",
                        new Violation.WrongType("an array of objects", "an integer")),
                Arguments.of("{\"model\":\"m\",\"items\":[]}", "items", new Violation.TooShort(Sized.ARRAY, 0, 1)),
                Arguments.of("{\"model\":\"m\",\"items\":[1,2,3]}", "items", new Violation.TooLong(Sized.ARRAY, 3, 2)),
                Arguments.of(
                        "{\"model\":\"m\",\"items\":[1]}",
                        "items[0]",
                        new Violation.WrongType("an object", "an integer")),
                Arguments.of("{\"model\":\"m\",\"items\":[{}]}", "items[0].type", new Violation.Missing()),
                Arguments.of(
                        "{\"model\":\"m\",\"items\":[{\"type\":\"x\"}]}",
                        "items[0].type",
                        new Violation.NotOneOf("x", List.of("text", "image"))),
                Arguments.of(
                        "{\"model\":\"m\",\"items\":[{\"type\":1}]}",
                        "items[0].type",
                        new Violation.WrongType("one of 'text' or 'image'", "an integer")),
                Arguments.of(
                        "{\"model\":\"m\",\"items\":[{\"type\":\"image\",\"url\":\"123456\"}]}",
                        "items[0].url",
                        new Violation.TooLong(Sized.STRING, 6, 5)),
                Arguments.of(with("\"n\":0"), "n", new Violation.TooSmall("0", "1", true)),
                Arguments.of(with("\"n\":9"), "n", new Violation.TooGreat("9", "8", true)),
                Arguments.of(
                        with("\"n\":99999999999999999999999999"),
                        "n",
                        new Violation.TooGreat("99999999999999999999999999", "8", true)),
                Arguments.of(with("\"n\":1.5"), "n", new Violation.WrongType("an integer", "a decimal number")),
                Arguments.of(with("\"t\":true"), "t", new Violation.WrongType("a decimal", "a boolean")),
                Arguments.of(with("\"t\":2.01"), "t", new Violation.TooGreat("2.01", "2", false)),
                Arguments.of(with("\"t\":-1e999999"), "t", new Violation.TooSmall("-1E+999999", "0", false)),
                Arguments.of(with("\"on\":\"yes\""), "on", new Violation.WrongType("a boolean", "a string")),
                Arguments.of(
                        with("\"effort\":\"mid\""), "effort", new Violation.NotOneOf("mid", List.of("low", "high"))),
                Arguments.of(
                        with("\"stop\":1"),
                        "stop",
                        new Violation.WrongType("one of a string or array of strings", "an integer")),
                Arguments.of(with("\"stop\":[\"a\",1]"), "stop[1]", new Violation.WrongType("a string", "an integer")),
                Arguments.of(
                        with("\"choice\":7"),
                        "choice",
                        new Violation.WrongType("one of one of 'none' or 'auto' or object", "an integer")),
                Arguments.of(with("\"choice\":{}"), "choice.name", new Violation.Missing()),
                Arguments.of(with("\"notes\":\"x\""), "notes", new Violation.WrongType("a map of notes", "a string")),
                Arguments.of(
                        with("\"notes\":{\"a\":\"\",\"b\":\"\",\"c\":\"\"}"),
                        "notes",
                        new Violation.TooLong(Sized.OBJECT, 3, 2)),
                Arguments.of(with("\"notes\":{\"long\":\"\"}"), "notes.long", new Violation.TooLong(Sized.NAME, 4, 3)),
                Arguments.of(
                        with("\"notes\":{\"a\":7}"), "notes.a", new Violation.WrongType("a string", "an integer")));
    }

    private static String with(String more) {
        return "{" + GOOD + "," + more + "}";
    }

    @ParameterizedTest
    @MethodSource("violations")
    void findsTheFirstDifference(String json, String path, Violation violation) {
        var found = check(BODY, json);
        assertThat(found).hasValueSatisfying(invalid -> {
            assertThat(invalid.path().bracketed()).isEqualTo(path);
            assertThat(invalid.violation()).isEqualTo(violation);
            assertThat(invalid.message()).contains(violation.message());
        });
    }

    @Test
    void acceptsWhatKeepsToIt() {
        assertThat(
                        check(
                                BODY,
                                with(
                                        "\"n\":null,\"t\":0,\"on\":true,\"effort\":\"low\",\"stop\":\"x\",\"notes\":{\"a\":\"b\"},\"open\":null,\"unknown\":[1]")))
                .isEmpty();
        assertThat(check(BODY, with("\"stop\":[\"x\"],\"choice\":\"auto\""))).isEmpty();
        assertThat(check(BODY, with("\"choice\":{\"name\":\"f\"}"))).isEmpty();
    }

    @Test
    void countsCodePoints() {
        assertThat(check(text(2, 2), "\"😀😀\"")).isEmpty();
    }

    @Test
    void anObjectOfNoKnownVariantCanHaveAShape() {
        var lenient = variants("type", new Shape.Variant("a", fields())).otherwise(fields(required("f", any())));
        assertThat(check(lenient, "{\"type\":\"b\"}").map(InvalidField::path)).contains(FieldPath.of("f"));
        assertThat(check(lenient, "{\"type\":\"a\"}")).isEmpty();
    }

    @Property(tries = 2_000)
    void anyTreeIsAcceptedOrHasAFirstDifference(@ForAll("trees") String json) {
        check(BODY, "{" + GOOD + ",\"n\":1,\"t\":" + json + "}")
                .ifPresent(invalid -> assertThat(invalid.path()).isEqualTo(FieldPath.of("t")));
        assertThat(check(any(), json)).isEmpty();
    }

    @Provide
    static Arbitrary<String> trees() {
        var leaf = Arbitraries.of("null", "true", "\"x\"", "1", "-0.5", "3", "1e9", "{}", "[]");
        return Arbitraries.recursive(
                () -> leaf, inner -> inner.list().ofMaxSize(3).map(list -> "[" + String.join(",", list) + "]"), 0, 3);
    }

    private static Optional<InvalidField> check(Shape shape, String json) {
        return shape.check(READER.read(Bytes.ofUtf8(json)));
    }
}

package llmsim.server.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentTest {
    private static final Limits SMALL = new Limits(1_000, 4, 30, true);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"a.json", "a.txt", "a.JSON"})
    void everyValueOfJsonKeepsItsPlace(String name) {
        var root = parse(name, "{\n  \"a\": [1, \"x\\n\"],\n  \"b\": null}");

        assertThat(root)
                .isEqualTo(new Raw.Mapping(
                        List.of(
                                new Raw.Entry(
                                        "a",
                                        at(name, 2, 3),
                                        new Raw.Sequence(
                                                List.of(
                                                        new Raw.Scalar("1", false, at(name, 2, 9)),
                                                        new Raw.Scalar("x\n", true, at(name, 2, 12))),
                                                at(name, 2, 8))),
                                new Raw.Entry("b", at(name, 3, 3), new Raw.Nothing(at(name, 3, 8)))),
                        at(name, 1, 1)));
    }

    @ParameterizedTest
    @CsvSource({"a.yaml", "a.yml", "a.txt"})
    void everyValueOfYamlKeepsItsPlace(String name) {
        var root = parse(name, "a:\n  - 1\n  - \"x\\n\"\nb:\n");

        assertThat(root)
                .isEqualTo(new Raw.Mapping(
                        List.of(
                                new Raw.Entry(
                                        "a",
                                        at(name, 1, 1),
                                        new Raw.Sequence(
                                                List.of(
                                                        new Raw.Scalar("1", false, at(name, 2, 5)),
                                                        new Raw.Scalar("x\n", true, at(name, 3, 5))),
                                                at(name, 2, 3))),
                                new Raw.Entry("b", at(name, 4, 1), new Raw.Nothing(at(name, 4, 3)))),
                        at(name, 1, 1)));
    }

    @Test
    void jsonIsYamlToo() {
        var json = "{\"a\": [1, -2.5e3, \"\\ud83d\\ude00 \\u00e9 \\\" \\\\\"], \"b\": true, \"c\": null}";

        assertThat(JsonValues.of(parse("a.yaml", json), _ -> {}))
                .isEqualTo(JsonValues.of(parse("a.json", json), _ -> {}));
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments("a.json", "{\"a\": 1,}", "a.json:1:9: not valid JSON: Unexpected character ('}'"),
                arguments("a.json", "{\"a\"\n 1}", "a.json:2:2: not valid JSON: Unexpected character ('1'"),
                arguments("a.json", "{\"a\": [1", "not valid JSON: Unexpected end-of-input"),
                arguments("a.json", "{} {}", "a.json:1:4: there must be only one value in the file"),
                arguments("a.json", "{\"a\": NaN}", "a.json:1:10: not valid JSON: Non-standard token 'NaN'"),
                arguments("a.json", "{\"a\": 1, // no\n}", "not valid JSON"),
                arguments("a.json", "{\"a\": \"\\ud800\"}", "a.json:1:7: a text has half of a surrogate pair"),
                arguments("a.json", "{\"\\udc00\": 1}", "a.json:1:9: not valid JSON: Unexpected low surrogate"),
                arguments("a.json", "[[[[[1]]]]]", "a.json:1:6: nested deeper than 4 levels"),
                arguments("a.json", "[" + "1,".repeat(40) + "1]", "a.json:1:60: more than 30 values"),
                arguments(
                        "a.json",
                        "{\"a\": 1,\n\"a\": 2}",
                        "a.json:2:1: 'a' stands here a second time; the first is at a.json:1:2"),
                arguments("a.yaml", "a: [[[[1]]]]", "a.yaml:1:8: nested deeper than 4 levels"),
                arguments("a.yaml", "a: \"\\ud800\"", "a.yaml:1:4: a text has half of a surrogate pair"),
                arguments("a.yaml", "a: *b", "a.yaml:1:4: no value before this one has the anchor &b"),
                arguments("a.yaml", "a: &b [*b]", "a.yaml:1:8: no value before this one has the anchor &b"),
                arguments("a.yaml", "a: !!int 1", "a.yaml:1:4: tags (!name) are not read"),
                arguments("a.yaml", "a: !b {}", "a.yaml:1:4: tags (!name) are not read"),
                arguments("a.yaml", "a: &b [[1]]\nc: [[*b]]", "a.yaml:2:6: nested deeper than 4 levels"),
                arguments("a.yaml", "a: &a [1,1,1,1]\nb: [*a,*a,*a,*a,*a]", "a.yaml:2:14: more than 30 values"),
                arguments("a.yaml", "a: 1\na: 2", "a.yaml:2:1: 'a' stands here a second time"),
                arguments("a.yaml", "a\n---\nb", "a.yaml:2:1: there must be only one document in the file"));
    }

    @Test
    void nothingIsToldOfTheParserItself() {
        for (var text : List.of("{\"a\": [1", "{\"a\": 1, // no\n}", "{\"a\": \"x")) {
            var errors = new ArrayList<ConfigurationError>();

            Document.parse("a.json", text, SMALL, errors::add);

            assertThat(errors)
                    .singleElement()
                    .satisfies(error -> assertThat(error.text()).doesNotContain("Source", "Feature", "#UNKNOWN"));
        }
    }

    @Test
    void errorsAreToldInOrder() {
        var late = new ConfigurationError(new Origin.File("a.json", 2, 9), "late");
        var early = new ConfigurationError(new Origin.File("a.json", 2, 1), "early");
        var follows = new ConfigurationError(new Origin.File("a.json", 2, 1), "follows");
        var other = new ConfigurationError(new Origin.File("b.json", 1, 1), "other");
        var flag = new ConfigurationError(new Origin.Flag("--port"), "flag");

        assertThat(ConfigurationError.inOrder(List.of(flag, other, late, early, follows)))
                .containsExactly(early, late, other, flag);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void whatIsWrongHasItsPlace(String name, String text, String message) {
        var errors = new ArrayList<ConfigurationError>();

        Document.parse(name, text, SMALL, errors::add);

        assertThat(errors)
                .singleElement()
                .satisfies(error -> assertThat(error.text()).contains(message));
    }

    @Test
    void anAliasRepeatsItsValue() {
        assertThat(JsonValues.of(parse("a.yaml", "a: &x {b: [1]}\nc: *x"), _ -> {})
                        .toString())
                .isEqualTo("{\"a\":{\"b\":[1]},\"c\":{\"b\":[1]}}");
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws IOException {
        var errors = new ArrayList<ConfigurationError>();
        var file = Files.writeString(folder.resolve("a.json"), "\uFEFF{}");

        assertThat(Document.read(file, SMALL, errors::add)).isPresent();
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a.json", "a.yaml"})
    void nothingIsNoValue(String name) {
        assertThat(Document.parse(name, " \n", SMALL, error -> {
                    throw new AssertionError(error.text());
                }))
                .isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        var huge = Files.writeString(folder.resolve("huge.json"), " ".repeat(1_001));
        var latin = Files.write(folder.resolve("latin.json"), new byte[] {'"', (byte) 0xE9, '"'});

        assertThat(error(folder.resolve("none.json"))).isEqualTo(folder + "/none.json: there is no such file");
        assertThat(error(folder)).isEqualTo(folder + ": this is a folder, not a file");
        assertThat(error(huge)).isEqualTo(huge + ": cannot be read: the file is larger than 1000 bytes");
        assertThat(error(latin)).isEqualTo(latin + ": the file is not UTF-8 text");
    }

    private static String error(Path file) {
        var errors = new ArrayList<ConfigurationError>();
        assertThat(Document.read(file, SMALL, errors::add)).isEmpty();
        return errors.getFirst().text();
    }

    private static Raw parse(String name, String text) {
        return Document.parse(name, text, SMALL, error -> {
                    throw new AssertionError(error.text());
                })
                .orElseThrow();
    }

    private static Origin at(String file, int line, int column) {
        return new Origin.File(file, line, column);
    }
}

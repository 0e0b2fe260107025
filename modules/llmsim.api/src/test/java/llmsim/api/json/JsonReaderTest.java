package llmsim.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import llmsim.api.content.Bytes;
import llmsim.api.exchange.Body;
import llmsim.api.problem.Problem;
import llmsim.api.problem.ProblemException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    private static final JsonReader READER = JsonReader.within(new JsonLimits(20, 1_000, 30, 50, 10_000));

    @Test
    void readsATree() {
        var tree = READER.read(Bytes.ofUtf8("{\"a\":[1,2.50,\"\\u00e9\\ud83d\\ude00\"]}"));
        assertThat(tree.get("a").get(1).decimalValue()).isEqualByComparingTo("2.5");
        assertThat(tree.get("a").get(2).stringValue()).isEqualTo("é😀");
    }

    @Test
    void ofEqualNamesTheLastOneCounts() {
        assertThat(READER.read(Bytes.ofUtf8("{\"a\":1,\"a\":2}")).get("a").intValue())
                .isEqualTo(2);
    }

    @Test
    void passesOverAByteOrderMark() {
        assertThat(READER.read(Bytes.ofUtf8("\ufeff[]")).isArray()).isTrue();
    }

    @Test
    void keepsAReplacementCharacterThatTheClientWrote() {
        assertThat(READER.read(Bytes.ofUtf8("\"\ufffd\"")).stringValue()).isEqualTo("\ufffd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "{",
                "{\"a\":}",
                "{} x",
                "{}{}",
                "NaN",
                "[Infinity]",
                "[01]",
                "[1,]",
                "{'a':1}",
                "// note\n{}",
                "\"\\ud800\"",
                "{\"\\uDC00\":1}",
                "\"a\nb\"",
                "nul",
                "\u0000"
            })
    void refusesWhatIsNotJson(String text) {
        assertThat(problemOf(Bytes.ofUtf8(text))).isInstanceOf(Problem.BrokenJson.class);
    }

    @Test
    void saysWhereItBroke() {
        assertThat(problemOf(Bytes.ofUtf8("{\n  \"a\": x\n}")))
                .isInstanceOfSatisfying(Problem.BrokenJson.class, broken -> {
                    assertThat(broken.line()).isEqualTo(2);
                    assertThat(broken.column()).isBetween(8, 9);
                });
    }

    @Test
    void saysWhereTheBytesAreNotUtf8() {
        var bytes = "{\n \"ab?\"}".getBytes(StandardCharsets.UTF_8);
        bytes[6] = (byte) 0xc0;
        assertThat(problemOf(Bytes.copyOf(bytes)))
                .isEqualTo(new Problem.BrokenJson("the bytes here are not UTF-8", 2, 5));
    }

    @Test
    void keepsItsLimits() {
        assertThat(problemOf(Bytes.ofUtf8("[".repeat(21) + "]".repeat(21)))).isInstanceOf(Problem.BrokenJson.class);
        assertThat(problemOf(Bytes.ofUtf8("9".repeat(31)))).isInstanceOf(Problem.BrokenJson.class);
        assertThat(problemOf(Bytes.ofUtf8("{\"" + "n".repeat(51) + "\":1}"))).isInstanceOf(Problem.BrokenJson.class);
        assertThat(problemOf(Bytes.ofUtf8("[" + "1,".repeat(1_000) + "1]"))).isInstanceOf(Problem.BrokenJson.class);
        assertThat(READER.read(Bytes.ofUtf8("[".repeat(20) + "]".repeat(20))).size())
                .isEqualTo(1);
    }

    @Test
    void takesOnlyJsonBodies() {
        var json = Bytes.ofUtf8("{}");
        for (var type :
                List.of("", "application/json", "Application/JSON; charset=utf-8", "application/merge-patch+json")) {
            assertThat(READER.read(new Body.Raw(type, json)).isObject()).isTrue();
        }
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> READER.read(new Body.Raw("text/plain", json)))
                .satisfies(thrown -> assertThat(thrown.problem())
                        .isEqualTo(new Problem.UnsupportedMediaType("text/plain", "application/json")));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> READER.read(new Body.Multipart(Map.of(), List.of())));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> READER.read(Body.EMPTY));
    }

    @Property(tries = 2_000)
    void bytesAreATreeOrAProblem(@ForAll byte[] bytes) {
        try {
            assertThat(READER.read(Bytes.copyOf(bytes))).isNotNull();
        } catch (ProblemException refused) {
            assertThat(refused.problem()).isInstanceOf(Problem.BrokenJson.class);
        }
    }

    private static Problem problemOf(Bytes bytes) {
        try {
            throw new AssertionError("was read as " + READER.read(bytes));
        } catch (ProblemException refused) {
            return refused.problem();
        }
    }
}

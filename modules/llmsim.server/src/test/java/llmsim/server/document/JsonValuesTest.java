package llmsim.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValuesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0 | 0",
                "-7 | -7",
                "9007199254740993 | 9007199254740993",
                "123456789012345678901234567890 | 123456789012345678901234567890",
                "0.1000 | 0.1000",
                "3.14159265358979323846264338327950288 | 3.14159265358979323846264338327950288",
                "2.5E-3 | 0.0025",
                "true | true",
                "false | false",
                "null | null",
                "~ | null",
                "yes | \"yes\"",
                "No | \"No\"",
                "007 | \"007\"",
                "+1 | \"+1\"",
                ".5 | \".5\"",
                "0x1f | \"0x1f\"",
                "1_000 | \"1_000\"",
                ".nan | \".nan\"",
                "12:30 | \"12:30\"",
                "2026-01-02 | \"2026-01-02\"",
                "'1' | \"1\"",
                "\"true\" | \"true\"",
                "'null' | \"null\"",
                "\"\" | \"\"",
            })
    void aWordOfYamlIsWhatJsonTakesItFor(String yaml, String json) {
        assertThat(JsonValues.of(parse("a.yaml", yaml), JsonValuesTest::fail).toString())
                .isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":[1,2.50,{\"b\":null}],\"\":\"\",\"é😀\\\"\\n\\u0001\":true}",
                "[-0.0001,1E+2,\"\\\\\",[],{}]",
            })
    void jsonStaysWhatItWas(String json) {
        assertThat(JsonValues.of(parse("a.json", json), JsonValuesTest::fail).toString())
                .isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "1E-10001", "1e10001", "LONG"})
    void aNumberWithoutMeasureIsAnError(String number) {
        var errors = new ArrayList<ConfigurationError>();

        JsonValues.of(parse("a.json", "[1, " + number.replace("LONG", "9".repeat(1_001)) + "]"), errors::add);

        assertThat(errors)
                .singleElement()
                .extracting(ConfigurationError::text)
                .isEqualTo("a.json:1:5: a number must have at most 1000 characters, and an exponent of at most 10000");
    }

    @Test
    void aLongWordIsAText() {
        assertThat(JsonValues.of(parse("a.yaml", "x".repeat(1_001)), JsonValuesTest::fail)
                        .isString())
                .isTrue();
    }

    private static Raw parse(String name, String text) {
        return Document.parse(name, text, Limits.DATA, JsonValuesTest::fail).orElseThrow();
    }

    private static void fail(ConfigurationError error) {
        throw new AssertionError(error.text());
    }
}

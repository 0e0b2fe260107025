package llmsim.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import llmsim.server.document.Origin;
import llmsim.server.document.Raw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value is shown as the kind of JSON that it is, however it was written. */
class FormTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void quotesDoNotMatter(boolean quoted) {
        assertThat(shown(Readers.integer(0, 10), "8", quoted)).isEqualTo("8");
        assertThat(shown(Readers.integer(0, 10), "+8", quoted)).isEqualTo("8");
        assertThat(shown(Readers.number(0, 10), "0.50", quoted)).isEqualTo("0.50");
        assertThat(shown(Readers.number(0, 10), "4", quoted)).isEqualTo("4");
        assertThat(shown(Readers.number(0, 10), "1.", quoted)).isEqualTo("1.0");
        assertThat(shown(Readers.trueOrFalse(), "true", quoted)).isEqualTo("true");
        assertThat(shown(Readers.text("a text", _ -> true), "8", quoted)).isEqualTo("\"8\"");
        assertThat(shown(Readers.texts("texts"), "true,8", quoted)).isEqualTo("[\"true\",\"8\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "server.port | {\"type\":\"integer\",\"format\":\"int64\",\"minimum\":0,\"maximum\":65535}",
                "seed | {\"type\":\"integer\",\"format\":\"int64\"}",
                "latency.speed | {\"type\":\"number\",\"minimum\":0.001,\"maximum\":1000}",
                "models.strict | {\"type\":\"boolean\"}",
                "server.host | {\"type\":\"string\"}",
                "capacity.when_full | {\"type\":\"string\",\"enum\":[\"rate_limit\",\"unavailable\",\"overloaded\"]}",
                "models.available | {\"type\":\"array\",\"items\":{\"type\":\"string\"}}",
                "latency.models | {\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}",
            })
    void theSchemaOfASetting(String key, String schema) {
        assertThat(SettingsTable.find(key).orElseThrow().reader().schema().toString())
                .isEqualTo(schema);
    }

    @Test
    void whatIsNoTextIsShownAsItIs() {
        assertThat(Readers.integer(0, 10)
                        .shown(new Raw.Nothing(new Origin.Default()))
                        .isNull())
                .isTrue();
    }

    private static String shown(Reader<?> reader, String text, boolean quoted) {
        return reader.shown(new Raw.Scalar(text, quoted, new Origin.Default())).toString();
    }
}

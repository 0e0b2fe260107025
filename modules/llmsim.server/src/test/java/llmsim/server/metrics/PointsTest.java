package llmsim.server.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requirements OM8 and OM9 of specs/observability.md. */
class PointsTest {
    @ParameterizedTest
    @CsvSource({
        "gpt-5, gpt-5",
        "'a \"b\" \\ c', 'a \"b\" \\ c'",
        "'\u001b[31m', \ufffd[31m",
        "'a\u0000b\u007f', a\ufffdb\ufffd",
        "a\ud83d, a\ufffd",
        "\u202egnp.exe, \ufffdgnp.exe",
        "日本 👋, 日本 👋"
    })
    void whatCouldSteerATerminalIsReplaced(String text, String label) {
        assertThat(LabelText.of(text)).isEqualTo(label);
    }

    @Property
    void everyLabelHasUtf8(@ForAll String text) {
        var label = LabelText.of(text);

        assertThat(new String(label.getBytes(UTF_8), UTF_8)).isEqualTo(label);
        assertThat(label.codePointCount(0, label.length())).isEqualTo(text.codePointCount(0, text.length()));
    }

    @Test
    void namesThatBecomeEqualAreOneSeries() {
        var points = Points.of("fault", Map.of("a\u0001", 1, "a\u0002", 2, "b", 4));

        assertThat(points.byLabels())
                .containsOnly(
                        Map.entry(Points.labels("fault", "a\ufffd"), 3.0), Map.entry(Points.labels("fault", "b"), 4.0));
    }
}

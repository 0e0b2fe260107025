package llmsim.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import llmsim.api.exchange.Call;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A dialect whose streams are one JSON array. */
class GeminiDialectTest {
    private static final String PATH = "/v1beta/models/gemini-2.5-flash:";

    private final Rig rig = Rig.automatic(new GeminiDialect()).sources(Rig.saying("one \"two\""));

    @Test
    void aStreamIsAnArrayWhoseElementsComeInTime() {
        var reached = stream("streamGenerateContent", "");

        assertThat(reached.texts())
                .containsExactly(
                        "[" + chunk("{\"text\":\"one\"}", "", 1),
                        ",\r\n" + chunk("{\"text\":\" \\\"\"}", "", 2),
                        ",\r\n" + chunk("{\"text\":\"two\"}", "", 3),
                        ",\r\n" + chunk("{\"text\":\"\\\"\"}", "", 4),
                        ",\r\n" + chunk("", ",\"finishReason\":\"STOP\"", 4),
                        "]");
        assertThat(reached.frames().getFirst().at()).hasMillis(100);
        assertThat(reached.endedAt()).isEqualTo(Duration.ofMillis(130));
        assertThat(reached.header("content-type")).isEqualTo("application/json");
        assertThat(JsonMapper.shared().readTree(reached.body())).hasSize(5);
    }

    @Test
    void withAltSseItIsEvents() {
        var array = stream("streamGenerateContent", "");
        var events = stream("streamGenerateContent?alt=sse", "");

        assertThat(events.header("content-type")).isEqualTo("text/event-stream");
        assertThat(events.texts().getFirst()).isEqualTo("data: " + chunk("{\"text\":\"one\"}", "", 1) + "\n\n");
        assertThat(events.texts().stream().map(text -> text.replaceAll("^data: |\n\n$", "")))
                .isEqualTo(array.texts().stream()
                        .map(text -> text.replaceAll("^(\\[|,\r\n)|]$", ""))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    @Test
    void aWholeAnswerIsOneResponseAtTheSameTime() {
        var reached = stream("generateContent", "");

        assertThat(reached.body()).isEqualTo(chunk("{\"text\":\"one \\\"two\\\"\"}", ",\"finishReason\":\"STOP\"", 4));
        assertThat(reached.endedAt()).isEqualTo(Duration.ofMillis(130));
    }

    @Test
    void aLimitIsToldInTheProvidersWord() {
        var reached = stream("generateContent", ",\"generationConfig\":{\"maxOutputTokens\":1}");

        assertThat(reached.body()).isEqualTo(chunk("{\"text\":\"one\"}", ",\"finishReason\":\"MAX_TOKENS\"", 1));
    }

    @Test
    void anUnknownVerbIsTheProvidersError() {
        var reached = stream("countTokens", "");

        assertThat(reached.status()).isEqualTo(404);
        assertThat(reached.body()).contains("\"code\":404");
    }

    private Reached stream(String verb, String more) {
        return rig.call(Rig.incoming(
                Call.Method.POST, PATH + verb, "{\"contents\":[{\"parts\":[{\"text\":\"Hi\"}]}]" + more + "}"));
    }

    private static String chunk(String parts, String finish, int tokens) {
        return "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[" + parts + "]}" + finish
                + "}],\"usageMetadata\":{\"promptTokenCount\":7,\"candidatesTokenCount\":" + tokens + "}}";
    }
}

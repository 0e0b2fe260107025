package llmsim.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import llmsim.api.content.Media;
import llmsim.api.content.Message;
import llmsim.api.content.Part;
import llmsim.api.content.Role;
import llmsim.api.prompt.OutputFormat;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.Tool;
import llmsim.api.prompt.ToolChoice;
import llmsim.api.token.Encoding;
import llmsim.engine.trial.Rig;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PromptMeterTest {
    private static final Encoding ENCODING = Rig.encoding();
    private static final ObjectNode JSON =
            JsonMapper.shared().createObjectNode().put("type", "object");
    private static final long AROUND = 3 + 3;

    @Test
    void theExampleOfTheProvider() {
        var prompt = Prompt.of(
                "gpt-4o",
                List.of(Message.of(Role.SYSTEM, "You are a helpful assistant."), Message.of(Role.USER, "Hello!")));

        assertThat(count(prompt)).isEqualTo(6 + 2 + 2 * 3 + 3);
    }

    @Test
    void anImageCostsByItsDetail() {
        var media = new Media.Link("https://example.com/x.png");

        assertThat(count(new Part.Image(media, Part.Detail.LOW))).isEqualTo(85);
        assertThat(count(new Part.Image(media, Part.Detail.HIGH))).isEqualTo(765);
        assertThat(count(new Part.Image(media, Part.Detail.AUTO))).isEqualTo(765);
    }

    @Test
    void everyPartCostsItsWords() {
        var words = "one two three";
        var media = new Media.Uploaded("file_1");

        assertThat(count(new Part.Text(words))).isEqualTo(3);
        assertThat(count(new Part.Refusal(words))).isEqualTo(3);
        assertThat(count(new Part.Reasoning(words, words, 99, Optional.empty())))
                .isEqualTo(6);
        assertThat(count(new Part.ToolCall("1", "f", words))).isEqualTo(3 + 1 + 3);
        assertThat(count(new Part.ToolResult("1", List.of(new Part.Text(words)), false)))
                .isEqualTo(3);
        assertThat(count(new Part.Audio(media, Optional.of(words)))).isEqualTo(3);
        assertThat(count(new Part.Audio(media, Optional.empty()))).isZero();
        assertThat(count(new Part.File(media, Optional.of(words)))).isEqualTo(3);
        assertThat(count(new Part.Unknown("video", JSON))).isEqualTo(ENCODING.count(JSON.toString()));
        assertThat(count(new Video("x"))).isZero();
    }

    @Test
    void aNameCostsOneMore() {
        var named = new Message(Role.USER, List.of(new Part.Text("one")), Optional.of("Bob"));

        assertThat(count(Prompt.of("gpt-4o", List.of(named)))).isEqualTo(AROUND + 1 + 1 + 1);
    }

    @Test
    void toolsAndSchemasCostWhatTheyAre() {
        var plain = Prompt.of("gpt-4o", List.of(Message.of(Role.USER, "one")));
        var schema = ENCODING.count(JSON.toString());
        var function = new Tool.Function("f", "one two", JSON, false);
        var tools = plain.withTools(List.of(function, new Tool.Hosted("web", JSON)), new ToolChoice.Auto(), true);
        var formatted = plain.withFormat(new OutputFormat.JsonSchema("s", JSON, true));

        assertThat(count(tools)).isEqualTo(AROUND + 1 + 7 + 1 + 2 + schema + 7 + schema);
        assertThat(count(formatted)).isEqualTo(AROUND + 1 + schema);
    }

    private static long count(Part part) {
        return count(Prompt.of("gpt-4o", List.of(Message.of(Role.USER, List.of(part))))) - AROUND;
    }

    private static long count(Prompt prompt) {
        return new PromptMeter(ENCODING).count(prompt);
    }

    private record Video(String kind) implements Part.Open {}
}

package llmsim.testkit.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import llmsim.api.content.Bytes;
import llmsim.api.content.Media;
import llmsim.api.content.Message;
import llmsim.api.content.Part;
import llmsim.api.content.Role;
import llmsim.api.prompt.OutputFormat;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.ReasoningDemand;
import llmsim.api.prompt.Sampling;
import llmsim.api.prompt.Tool;
import llmsim.api.prompt.ToolChoice;
import tools.jackson.databind.json.JsonMapper;

/** Prompts as unlike each other as clients can make them. */
final class Prompts {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MODEL = "gpt-5";

    private Prompts() {}

    /** The simplest one. */
    static Prompt simple() {
        return said("What is the weather like in Paris?");
    }

    /** All whose texts are well-formed Unicode. */
    static List<Prompt> wellFormed() {
        return Stream.of(empty(), texts(), media(), tools(), demands())
                .flatMap(List::stream)
                .toList();
    }

    /** All. */
    static List<Prompt> all() {
        return Stream.concat(wellFormed().stream(), Stream.of(said("half \ud83d of a pair"), said("\udc00\ud800")))
                .toList();
    }

    private static Prompt said(String text) {
        return Prompt.of(MODEL, List.of(Message.of(Role.USER, text)));
    }

    private static List<Prompt> empty() {
        return List.of(
                Prompt.of("", List.of()),
                Prompt.of("no-such-model", List.of()),
                Prompt.of(MODEL, List.of(Message.of(Role.SYSTEM, "Be kind."))),
                Prompt.of(MODEL, List.of(Message.of(Role.USER, List.of()))),
                said(""));
    }

    private static List<Prompt> texts() {
        return List.of(
                simple(),
                said("naïve 東京 🧑‍🚀 שלום \u0000\u0007\u2028 e\u0301 <|endoftext|> \"quoted\" \\ \r\n\t"),
                said("many words ".repeat(20_000)),
                said("x".repeat(100_000)),
                Prompt.of(
                        "GPT-4o-MINI",
                        List.of(
                                Message.of(Role.DEVELOPER, "Answer in French."),
                                new Message(Role.USER, List.of(new Part.Text("Bonjour")), Optional.of("ann")),
                                Message.of(Role.ASSISTANT, "Bonjour !"),
                                Message.of(Role.USER, "Ça va ?"))));
    }

    private static List<Prompt> media() {
        var picture = new Part.Image(new Media.Link("https://example.com/cat.png"), Part.Detail.AUTO);
        var sound = new Part.Audio(new Media.Inline("audio/wav", Bytes.ofUtf8("RIFF")), Optional.empty());
        var file = new Part.File(new Media.Uploaded("file-1"), Optional.of("report.pdf"));
        var unknown = new Part.Unknown("hologram", JSON.createObjectNode().put("type", "hologram"));
        return List.of(Prompt.of(MODEL, List.of(Message.of(Role.USER, List.of(picture, sound, file, unknown)))));
    }

    private static List<Prompt> tools() {
        var schema = JSON.createObjectNode().put("type", "object");
        var tools = List.<Tool>of(
                new Tool.Function("get_weather", "Weather of a city", schema, false),
                new Tool.Hosted("web_search", JSON.createObjectNode().put("type", "web_search")));
        var results = Prompt.of(
                MODEL,
                List.of(
                        Message.of(Role.USER, "Weather?"),
                        Message.of(Role.ASSISTANT, List.of(new Part.ToolCall("call_1", "get_weather", "{\"city\":"))),
                        Message.of(
                                Role.TOOL,
                                List.of(new Part.ToolResult("call_1", List.of(new Part.Text("rain")), false)))));
        return List.of(
                simple().withTools(tools, new ToolChoice.Auto(), true),
                simple().withTools(tools, new ToolChoice.None(), true),
                simple().withTools(tools, new ToolChoice.Required(), false),
                simple().withTools(tools, new ToolChoice.Named("get_weather"), false),
                simple().withTools(tools, new ToolChoice.Allowed(List.of("get_weather"), false), true),
                results.withTools(tools, new ToolChoice.Auto(), true));
    }

    private static List<Prompt> demands() {
        var schema = JSON.createObjectNode().put("type", "object");
        return List.of(
                simple().withFormat(new OutputFormat.JsonObject()),
                simple().withFormat(new OutputFormat.JsonSchema("weather", schema, true)),
                simple().withReasoning(ReasoningDemand.of(ReasoningDemand.Effort.XHIGH)),
                simple().withSampling(Sampling.DEFAULT.withSeed(Long.MIN_VALUE)));
    }
}

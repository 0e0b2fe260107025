package llmsim.engine.random;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import llmsim.api.content.Bytes;
import llmsim.api.content.Media;
import llmsim.api.content.Message;
import llmsim.api.content.Part;
import llmsim.api.content.Role;
import llmsim.api.prompt.Attribution;
import llmsim.api.prompt.OutputFormat;
import llmsim.api.prompt.OutputLimits;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.ReasoningDemand;
import llmsim.api.prompt.Sampling;
import llmsim.api.prompt.SimRequest;
import llmsim.api.prompt.Tool;
import llmsim.api.prompt.ToolChoice;
import tools.jackson.databind.json.JsonMapper;

/** Requests that differ from a plain one in one thing each. */
final class Requests {
    static final SimRequest PLAIN = SimRequest.of("gpt-4o", "Say this is a test");

    private Requests() {}

    /** Each of them a different content. */
    static List<Prompt> otherPrompts() {
        var prompt = PLAIN.prompt();
        var schema = JsonMapper.shared().createObjectNode().put("type", "object");
        var function = new Tool.Function("f", "", schema, false);
        return List.of(
                Prompt.of("gpt-4", prompt.messages()),
                said(new Part.Text("Say this is a test!")),
                said(new Part.Text("Say this is "), new Part.Text("a test")),
                said(new Part.Refusal("Say this is a test")),
                said(new Part.Reasoning("Say this is a test", "", 0, Optional.empty())),
                said(Part.Reasoning.hidden(1)),
                said(new Part.ToolCall("1", "f", "{}")),
                said(new Part.ToolResult("1", List.of(new Part.Text("x")), false)),
                said(new Part.ToolResult("1", List.of(new Part.Text("x")), true)),
                said(new Part.Image(new Media.Link("x"), Part.Detail.AUTO)),
                said(new Part.Image(new Media.Link("x"), Part.Detail.LOW)),
                said(new Part.Image(new Media.Uploaded("x"), Part.Detail.LOW)),
                said(new Part.Image(new Media.Inline("image/png", Bytes.ofUtf8("x")), Part.Detail.LOW)),
                said(new Part.Audio(new Media.Link("x"), Optional.empty())),
                said(new Part.Audio(new Media.Link("x"), Optional.of("y"))),
                said(new Part.File(new Media.Uploaded("x"), Optional.of("y"))),
                said(new Part.Unknown("video", schema)),
                said(new Video("x")),
                Prompt.of("gpt-4o", List.of(Message.of(Role.SYSTEM, "Say this is a test"))),
                Prompt.of(
                        "gpt-4o",
                        List.of(new Message(
                                Role.USER, prompt.messages().getFirst().parts(), Optional.of("n")))),
                prompt.withTools(List.of(function), new ToolChoice.Auto(), true),
                prompt.withTools(List.of(function), new ToolChoice.Auto(), false),
                prompt.withTools(List.of(function), new ToolChoice.None(), true),
                prompt.withTools(List.of(function), new ToolChoice.Required(), true),
                prompt.withTools(List.of(function), new ToolChoice.Named("f"), true),
                prompt.withTools(List.of(function), new ToolChoice.Allowed(List.of("f"), true), true),
                prompt.withTools(List.of(new Tool.Hosted("f", schema)), new ToolChoice.Auto(), true),
                prompt.withFormat(new OutputFormat.JsonObject()),
                prompt.withFormat(new OutputFormat.JsonSchema("f", schema, true)),
                prompt.withSampling(Sampling.DEFAULT.withSeed(0)),
                prompt.withSampling(Sampling.DEFAULT.withSeed(1)),
                sampled(1, 0),
                sampled(0, 1),
                prompt.withReasoning(ReasoningDemand.of(ReasoningDemand.Effort.LOW)),
                prompt.withReasoning(ReasoningDemand.of(ReasoningDemand.Effort.HIGH)));
    }

    /** Each of them the plain content, to be delivered in another way. */
    static List<SimRequest> otherDeliveries() {
        var noted = new Attribution(Optional.of("u"), Map.of());
        var labelled = new Attribution(Optional.empty(), Map.of("k", "v"));
        return List.of(
                PLAIN.withStream(true),
                PLAIN.withChoices(2),
                PLAIN.withLimits(OutputLimits.ofTokens(5)),
                PLAIN.withLimits(new OutputLimits(OptionalLong.empty(), List.of("x"))),
                delivered(noted, OptionalInt.empty()),
                delivered(labelled, OptionalInt.empty()),
                delivered(Attribution.NONE, OptionalInt.of(0)));
    }

    static SimRequest seeded(long seed) {
        return with(prompt -> prompt.withSampling(Sampling.DEFAULT.withSeed(seed)));
    }

    static SimRequest with(UnaryOperator<Prompt> change) {
        return SimRequest.of(change.apply(PLAIN.prompt()));
    }

    private static Prompt said(Part... parts) {
        return Prompt.of("gpt-4o", List.of(Message.of(Role.USER, List.of(parts))));
    }

    private static Prompt sampled(double temperature, double topP) {
        var none = OptionalDouble.empty();
        return PLAIN.prompt()
                .withSampling(new Sampling(
                        OptionalDouble.of(temperature),
                        OptionalDouble.of(topP),
                        OptionalInt.empty(),
                        none,
                        none,
                        OptionalLong.empty()));
    }

    private static SimRequest delivered(Attribution attribution, OptionalInt topLogprobs) {
        return new SimRequest(PLAIN.prompt(), OutputLimits.NONE, 1, topLogprobs, false, attribution);
    }

    private record Video(String kind) implements Part.Open {}
}

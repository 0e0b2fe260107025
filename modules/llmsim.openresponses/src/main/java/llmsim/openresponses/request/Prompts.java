package llmsim.openresponses.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import llmsim.api.content.Message;
import llmsim.api.content.Role;
import llmsim.api.model.Model;
import llmsim.api.model.Models;
import llmsim.api.prompt.Attribution;
import llmsim.api.prompt.OutputFormat;
import llmsim.api.prompt.OutputLimits;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.ReasoningDemand;
import llmsim.api.prompt.ReasoningDemand.Effort;
import llmsim.api.prompt.ReasoningDemand.Summary;
import llmsim.api.prompt.Sampling;
import llmsim.api.prompt.SimRequest;
import llmsim.openresponses.wire.CreateResponse;
import llmsim.openresponses.wire.TextConfiguration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a request means. */
public final class Prompts {
    private Prompts() {}

    /**
     * A request as the engine takes it.
     *
     * @param history the items of the conversation so far, and then the input
     */
    public static SimRequest neutral(CreateResponse request, List<JsonNode> history, Models models) {
        return new SimRequest(
                prompt(request, history, models),
                limits(request),
                1,
                topLogprobs(request),
                request.streamed(),
                new Attribution(
                        Optional.ofNullable(request.user()), Objects.requireNonNullElse(request.metadata(), Map.of())));
    }

    private static Prompt prompt(CreateResponse request, List<JsonNode> history, Models models) {
        return new Prompt(
                request.model(),
                messages(request.instructions(), history),
                Tools.offered(request),
                Tools.choice(request.toolChoice()),
                !Boolean.FALSE.equals(request.parallelToolCalls()),
                format(request.text()),
                sampling(request),
                reasoning(request, models));
    }

    private static List<Message> messages(@Nullable String instructions, List<JsonNode> history) {
        var messages = new ArrayList<Message>();
        if (instructions != null) {
            messages.add(Message.of(Role.SYSTEM, instructions));
        }
        history.forEach(item -> messages.add(Items.neutral(item)));
        return messages;
    }

    private static OutputLimits limits(CreateResponse request) {
        var most = request.maxOutputTokens();
        return new OutputLimits(most == null ? OptionalLong.empty() : OptionalLong.of(most), List.of());
    }

    /** Log probabilities come when they are asked for by number or by {@code include}. */
    private static OptionalInt topLogprobs(CreateResponse request) {
        var top = request.topLogprobs();
        return request.includes("message.output_text.logprobs") || (top != null && top > 0)
                ? OptionalInt.of(Objects.requireNonNullElse(top, 0))
                : OptionalInt.empty();
    }

    private static OutputFormat format(@Nullable TextConfiguration text) {
        var format = text == null ? null : text.format();
        return format == null ? new OutputFormat.PlainText() : format(format);
    }

    private static OutputFormat format(JsonNode format) {
        return switch (format.path("type").asString("text")) {
            case "json_object" -> new OutputFormat.JsonObject();
            case "json_schema" ->
                new OutputFormat.JsonSchema(
                        format.path("name").stringValue(),
                        format.path("schema"),
                        format.path("strict").asBoolean(false));
            default -> new OutputFormat.PlainText();
        };
    }

    private static Sampling sampling(CreateResponse request) {
        return new Sampling(
                decimal(request.temperature()),
                decimal(request.topP()),
                OptionalInt.empty(),
                decimal(request.presencePenalty()),
                decimal(request.frequencyPenalty()),
                OptionalLong.empty());
    }

    private static OptionalDouble decimal(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** A model that reasons does so unasked, but for those of other providers, which only do when asked. */
    private static ReasoningDemand reasoning(CreateResponse request, Models models) {
        var wanted = request.reasoning();
        var effort = Optional.ofNullable(wanted == null ? null : wanted.effort())
                .map(Prompts::effort)
                .or(() -> models.find(request.model())
                        .filter(Model::reasoning)
                        .filter(model -> model.ownedBy().equals("openai"))
                        .map(_ -> Effort.MEDIUM));
        var summary = Optional.ofNullable(wanted == null ? null : wanted.summary())
                .map(word -> Summary.valueOf(word.toUpperCase(Locale.ROOT)));
        return new ReasoningDemand(effort, OptionalInt.empty(), summary, summary.isPresent());
    }

    private static Effort effort(String word) {
        return switch (word) {
            case "none" -> Effort.NONE;
            case "minimal" -> Effort.MINIMAL;
            case "low" -> Effort.LOW;
            case "high" -> Effort.HIGH;
            case "xhigh", "max" -> Effort.XHIGH;
            default -> Effort.MEDIUM;
        };
    }
}

package llmsim.openai.chat.request;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import llmsim.api.prompt.Attribution;
import llmsim.api.prompt.OutputFormat;
import llmsim.api.prompt.OutputLimits;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.ReasoningDemand;
import llmsim.api.prompt.ReasoningDemand.Effort;
import llmsim.api.prompt.Sampling;
import llmsim.api.prompt.SimRequest;
import llmsim.openai.chat.wire.ChatCompletionRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a chat request means. */
final class SimRequests {
    private SimRequests() {}

    static SimRequest neutral(ChatCompletionRequest request) {
        return new SimRequest(
                prompt(request),
                limits(request),
                Objects.requireNonNullElse(request.n(), 1),
                topLogprobs(request),
                request.streamed(),
                new Attribution(
                        Optional.ofNullable(request.user()), Objects.requireNonNullElse(request.metadata(), Map.of())));
    }

    private static Prompt prompt(ChatCompletionRequest request) {
        return new Prompt(
                request.model(),
                request.messages().stream().map(Messages::neutral).toList(),
                Tools.offered(request),
                Tools.choice(request),
                !Boolean.FALSE.equals(request.parallelToolCalls()) && !request.legacyFunctions(),
                format(request.responseFormat()),
                sampling(request),
                reasoning(request.reasoningEffort()));
    }

    private static OutputLimits limits(ChatCompletionRequest request) {
        var newer = request.maxCompletionTokens();
        var most = newer != null ? newer : request.maxTokens();
        return new OutputLimits(
                most == null ? OptionalLong.empty() : OptionalLong.of(most),
                Objects.requireNonNullElse(request.stop(), List.of()));
    }

    private static OptionalInt topLogprobs(ChatCompletionRequest request) {
        return Boolean.TRUE.equals(request.logprobs())
                ? OptionalInt.of(Objects.requireNonNullElse(request.topLogprobs(), 0))
                : OptionalInt.empty();
    }

    private static OutputFormat format(ChatCompletionRequest.@Nullable ResponseFormat format) {
        if (format == null || format.type().equals("text")) {
            return new OutputFormat.PlainText();
        }
        var demanded = format.jsonSchema();
        if (demanded == null || !format.type().equals("json_schema")) {
            return new OutputFormat.JsonObject();
        }
        return new OutputFormat.JsonSchema(
                demanded.name(),
                Objects.requireNonNullElse(demanded.schema(), JsonNodeFactory.instance.objectNode()),
                Boolean.TRUE.equals(demanded.strict()));
    }

    private static Sampling sampling(ChatCompletionRequest request) {
        return new Sampling(
                decimal(request.temperature()),
                decimal(request.topP()),
                OptionalInt.empty(),
                decimal(request.presencePenalty()),
                decimal(request.frequencyPenalty()),
                request.seed() == null ? OptionalLong.empty() : OptionalLong.of(request.seed()));
    }

    private static OptionalDouble decimal(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static ReasoningDemand reasoning(@Nullable String effort) {
        return switch (effort) {
            case null -> ReasoningDemand.DEFAULT;
            case "none" -> ReasoningDemand.of(Effort.NONE);
            case "minimal" -> ReasoningDemand.of(Effort.MINIMAL);
            case "low" -> ReasoningDemand.of(Effort.LOW);
            case "high" -> ReasoningDemand.of(Effort.HIGH);
            case "xhigh", "max" -> ReasoningDemand.of(Effort.XHIGH);
            default -> ReasoningDemand.of(Effort.MEDIUM);
        };
    }
}

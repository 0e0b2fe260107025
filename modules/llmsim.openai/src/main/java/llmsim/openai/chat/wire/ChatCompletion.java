package llmsim.openai.chat.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import llmsim.openai.chat.wire.ChatCompletionMessageToolCall.FunctionCall;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A whole answer.
 *
 * @param created seconds since 1970
 */
public record ChatCompletion(
        String id,
        String object,
        long created,
        String model,
        List<Choice> choices,
        CompletionUsage usage,
        String serviceTier,
        String systemFingerprint) {

    /** One completion. */
    public record Choice(
            int index,
            ChatCompletionMessage message,
            @Nullable ChoiceLogprobs logprobs,
            String finishReason) {}

    /** What the model said: {@code content} and {@code refusal} are there even when they are null. */
    public record ChatCompletionMessage(
            String role,
            @Nullable String content,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ChatCompletionMessageToolCall> toolCalls,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FunctionCall functionCall,

            @Nullable String refusal,
            List<JsonNode> annotations) {}
}

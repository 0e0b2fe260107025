package llmsim.openai.chat.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A completion as it is read back from the store: the answer, and what was asked for. */
public record StoredChatCompletion(
        String object,
        String id,
        String model,
        long created,
        String requestId,
        @Nullable JsonNode toolChoice,
        CompletionUsage usage,
        @Nullable Long seed,
        double topP,
        double temperature,
        double presencePenalty,
        double frequencyPenalty,
        String systemFingerprint,
        @Nullable String inputUser,
        String serviceTier,
        @Nullable List<ChatCompletionTool> tools,
        Map<String, String> metadata,
        List<ChatCompletion.Choice> choices,
        ChatCompletionRequest.@Nullable ResponseFormat responseFormat) {

    /** The same with other metadata. */
    public StoredChatCompletion withMetadata(Map<String, String> other) {
        return new StoredChatCompletion(
                object,
                id,
                model,
                created,
                requestId,
                toolChoice,
                usage,
                seed,
                topP,
                temperature,
                presencePenalty,
                frequencyPenalty,
                systemFingerprint,
                inputUser,
                serviceTier,
                tools,
                other,
                choices,
                responseFormat);
    }
}

package llmsim.openresponses.wire;

import java.util.List;
import java.util.Map;
import llmsim.api.json.Field;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A response, with everything that its request said or left to the defaults.
 *
 * @param createdAt seconds since 1970
 * @param completedAt the same of its end; null unless it is completed
 * @param instructions as the client sent them
 */
public record Response(
        String id,
        String object,
        long createdAt,
        String status,
        boolean background,
        @Nullable Long completedAt,
        @Nullable ResponseError error,
        double frequencyPenalty,
        @Nullable IncompleteDetails incompleteDetails,
        @Nullable String instructions,
        @Nullable Long maxOutputTokens,
        @Nullable Integer maxToolCalls,
        String model,
        List<OutputItem> output,
        boolean parallelToolCalls,
        double presencePenalty,
        @Nullable String previousResponseId,
        Field<JsonNode> conversation,
        @Nullable String promptCacheKey,
        ReasoningConfiguration reasoning,
        @Nullable String safetyIdentifier,
        String serviceTier,
        boolean store,
        double temperature,
        TextConfiguration text,
        JsonNode toolChoice,
        List<JsonNode> tools,
        int topLogprobs,
        double topP,
        String truncation,
        Field<ResponseUsage> usage,
        Field<String> user,
        Map<String, String> metadata) {

    /** Why a response ends early: {@code max_output_tokens} or {@code content_filter}. */
    public record IncompleteDetails(String reason) {}

    /** Why a response failed. */
    public record ResponseError(String code, String message) {}
}

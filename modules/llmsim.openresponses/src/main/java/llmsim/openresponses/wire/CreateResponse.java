package llmsim.openresponses.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request for a response. What may have many forms, or is only said back, stays as the JSON that the client sent.
 *
 * @param input a string or items
 * @param text how the answer's text shall look
 */
public record CreateResponse(
        String model,
        @Nullable JsonNode input,
        @Nullable String instructions,
        @Nullable String previousResponseId,
        @Nullable JsonNode conversation,
        @Nullable List<String> include,
        @Nullable List<JsonNode> tools,
        @Nullable JsonNode toolChoice,
        @Nullable Boolean parallelToolCalls,
        @Nullable Map<String, String> metadata,
        @Nullable TextConfiguration text,
        @Nullable ReasoningConfiguration reasoning,
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Double presencePenalty,
        @Nullable Double frequencyPenalty,
        @Nullable Integer topLogprobs,
        @Nullable Long maxOutputTokens,
        @Nullable Integer maxToolCalls,
        @Nullable Boolean stream,
        @Nullable Boolean background,
        @Nullable Boolean store,
        @Nullable String truncation,
        @Nullable String serviceTier,
        @Nullable String user,
        @Nullable String safetyIdentifier,
        @Nullable String promptCacheKey) {

    /** The conversation that the response belongs to. */
    public Optional<String> conversationId() {
        var given = Optional.ofNullable(conversation);
        return given.flatMap(JsonNode::stringValueOpt)
                .or(() -> given.flatMap(object -> object.path("id").stringValueOpt()));
    }

    /** Whether the answer comes as events. */
    public boolean streamed() {
        return Boolean.TRUE.equals(stream);
    }

    /** Whether the response can be looked up later; it can unless the client says no. */
    public boolean stored() {
        return !Boolean.FALSE.equals(store);
    }

    /** Whether the client asked for something that is left out otherwise, such as {@code reasoning.encrypted_content}. */
    public boolean includes(String what) {
        return include != null && include.contains(what);
    }
}

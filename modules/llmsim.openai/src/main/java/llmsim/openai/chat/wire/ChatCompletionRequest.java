package llmsim.openai.chat.wire;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Feature;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The body of {@code POST /chat/completions}. Fields on which nothing depends are open JSON, or left out. */
public record ChatCompletionRequest(
        String model,
        List<ChatCompletionRequestMessage> messages,
        @Nullable List<FunctionObject> functions,
        @Nullable List<ChatCompletionTool> tools,
        @Nullable Boolean parallelToolCalls,
        @Nullable Long maxTokens,
        @Nullable Long maxCompletionTokens,
        @Nullable Integer n,

        @JsonFormat(with = Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<String> stop,

        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Double presencePenalty,
        @Nullable Double frequencyPenalty,
        @Nullable Boolean logprobs,
        @Nullable Integer topLogprobs,
        @Nullable String user,
        @Nullable Long seed,
        @Nullable String serviceTier,
        @Nullable Boolean stream,
        @Nullable StreamOptions streamOptions,
        @Nullable Boolean store,
        @Nullable Map<String, String> metadata,
        @Nullable ResponseFormat responseFormat,
        @Nullable JsonNode toolChoice,
        @Nullable JsonNode functionCall,
        @Nullable String reasoningEffort) {

    /** What the client wants of a stream. */
    public record StreamOptions(
            @Nullable Boolean includeUsage, @Nullable Boolean includeObfuscation) {}

    /** The demanded form of the text. */
    public record ResponseFormat(String type, @Nullable JsonSchemaFormat jsonSchema) {}

    /** A schema that the text must keep to. */
    public record JsonSchemaFormat(
            String name,
            @Nullable String description,
            @Nullable JsonNode schema,
            @Nullable Boolean strict) {}

    /** Whether deltas are wanted as they come. */
    public boolean streamed() {
        return Boolean.TRUE.equals(stream);
    }

    /** Whether a stream is to end with its usage. */
    public boolean usageInStream() {
        return streamOptions != null && Boolean.TRUE.equals(streamOptions.includeUsage());
    }

    /** Whether the answer is to be stored. */
    public boolean stored() {
        return Boolean.TRUE.equals(store);
    }

    /** Whether functions are offered in the older way, and calls are wanted in it. */
    public boolean legacyFunctions() {
        return functions != null;
    }

    /** Whether the one tool to call is named, in the newer or in the older way. */
    public boolean forcedTool() {
        return isNamed(toolChoice) || (toolChoice == null && isNamed(functionCall));
    }

    private static boolean isNamed(@Nullable JsonNode choice) {
        return choice != null && choice.isObject() && !choice.has("allowed_tools");
    }
}

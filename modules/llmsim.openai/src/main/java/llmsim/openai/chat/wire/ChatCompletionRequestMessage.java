package llmsim.openai.chat.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import llmsim.openai.chat.wire.ChatCompletionMessageToolCall.FunctionCall;
import org.jspecify.annotations.Nullable;

/** A message of a conversation as the client sends it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "role")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ChatCompletionRequestMessage.DeveloperMessage.class, name = "developer"),
    @JsonSubTypes.Type(value = ChatCompletionRequestMessage.SystemMessage.class, name = "system"),
    @JsonSubTypes.Type(value = ChatCompletionRequestMessage.UserMessage.class, name = "user"),
    @JsonSubTypes.Type(value = ChatCompletionRequestMessage.AssistantMessage.class, name = "assistant"),
    @JsonSubTypes.Type(value = ChatCompletionRequestMessage.ToolMessage.class, name = "tool"),
    @JsonSubTypes.Type(value = ChatCompletionRequestMessage.FunctionMessage.class, name = "function")
})
public sealed interface ChatCompletionRequestMessage {
    /** What was said. */
    @Nullable MessageContent content();

    /** Who said it, by name. */
    default @Nullable String name() {
        return null;
    }

    /** Who said it, as it is written. */
    default String role() {
        return switch (this) {
            case DeveloperMessage _ -> "developer";
            case SystemMessage _ -> "system";
            case UserMessage _ -> "user";
            case AssistantMessage _ -> "assistant";
            case ToolMessage _ -> "tool";
            case FunctionMessage _ -> "function";
        };
    }

    /** Instructions, in newer models. */
    record DeveloperMessage(
            MessageContent content, @Nullable String name) implements ChatCompletionRequestMessage {}

    /** Instructions. */
    record SystemMessage(
            @Nullable MessageContent content, @Nullable String name) implements ChatCompletionRequestMessage {}

    /** The person who asks. */
    record UserMessage(
            @Nullable MessageContent content, @Nullable String name) implements ChatCompletionRequestMessage {}

    /** The model. */
    record AssistantMessage(
            @Nullable MessageContent content,
            @Nullable String refusal,
            @Nullable String name,
            @Nullable AudioReference audio,
            @Nullable List<ChatCompletionMessageToolCall> toolCalls,
            @Nullable FunctionCall functionCall)
            implements ChatCompletionRequestMessage {}

    /** A sound that the model made before. */
    record AudioReference(String id) {}

    /** What a tool returned. */
    record ToolMessage(@Nullable MessageContent content, String toolCallId) implements ChatCompletionRequestMessage {}

    /** What a function returned, in the older way. */
    record FunctionMessage(@Nullable MessageContent content, String name) implements ChatCompletionRequestMessage {}
}

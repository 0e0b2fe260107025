package llmsim.openai.chat.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import llmsim.api.content.Media;
import llmsim.api.content.Message;
import llmsim.api.content.Part;
import llmsim.api.content.Role;
import llmsim.openai.chat.wire.ChatCompletionMessageToolCall;
import llmsim.openai.chat.wire.ChatCompletionRequestMessage;
import llmsim.openai.chat.wire.ChatCompletionRequestMessage.AssistantMessage;
import llmsim.openai.chat.wire.MessageContent;
import org.jspecify.annotations.Nullable;

/** Messages as the model sees them. */
final class Messages {
    private Messages() {}

    static Message neutral(ChatCompletionRequestMessage message) {
        var name = Optional.ofNullable(message.name());
        return switch (message) {
            case ChatCompletionRequestMessage.DeveloperMessage _ -> new Message(Role.DEVELOPER, content(message), name);
            case ChatCompletionRequestMessage.SystemMessage _ -> new Message(Role.SYSTEM, content(message), name);
            case ChatCompletionRequestMessage.UserMessage _ -> new Message(Role.USER, content(message), name);
            case AssistantMessage assistant -> new Message(Role.ASSISTANT, said(assistant), name);
            case ChatCompletionRequestMessage.ToolMessage tool ->
                new Message(Role.TOOL, result(tool.toolCallId(), tool), name);
            case ChatCompletionRequestMessage.FunctionMessage function ->
                new Message(Role.TOOL, result(olderCallId(function.name()), function), name);
        };
    }

    private static List<Part> content(ChatCompletionRequestMessage message) {
        return parts(message.content());
    }

    private static List<Part> parts(@Nullable MessageContent content) {
        return switch (content) {
            case null -> List.of();
            case MessageContent.Text(var text) -> List.of(new Part.Text(text));
            case MessageContent.Parts(var parts) ->
                parts.stream().map(ContentParts::neutral).toList();
        };
    }

    private static List<Part> result(String callId, ChatCompletionRequestMessage message) {
        return List.of(new Part.ToolResult(callId, content(message), false));
    }

    private static List<Part> said(AssistantMessage assistant) {
        var parts = new ArrayList<>(content(assistant));
        if (assistant.refusal() != null) {
            parts.add(new Part.Refusal(assistant.refusal()));
        }
        if (assistant.audio() != null) {
            parts.add(new Part.Audio(new Media.Uploaded(assistant.audio().id()), Optional.empty()));
        }
        if (assistant.toolCalls() != null) {
            assistant.toolCalls().forEach(call -> parts.add(call(call)));
        }
        if (assistant.functionCall() != null) {
            var call = assistant.functionCall();
            parts.add(new Part.ToolCall(olderCallId(call.name()), call.name(), call.arguments()));
        }
        return parts;
    }

    private static Part call(ChatCompletionMessageToolCall call) {
        if (call.function() != null) {
            return new Part.ToolCall(
                    call.id(), call.function().name(), call.function().arguments());
        }
        var custom = Objects.requireNonNull(call.custom());
        return new Part.ToolCall(call.id(), custom.name(), custom.input());
    }

    /** Calls in the older way have no id; a result belongs to the call of the same function. */
    private static String olderCallId(String function) {
        return "function:" + function;
    }
}

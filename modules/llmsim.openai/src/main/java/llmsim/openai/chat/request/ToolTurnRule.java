package llmsim.openai.chat.request;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import llmsim.api.json.FieldPath;
import llmsim.api.problem.Problem.InvalidField;
import llmsim.openai.chat.wire.ChatCompletionMessageToolCall;
import llmsim.openai.chat.wire.ChatCompletionRequest;
import llmsim.openai.chat.wire.ChatCompletionRequestMessage;
import llmsim.openai.chat.wire.ChatCompletionRequestMessage.AssistantMessage;
import llmsim.openai.chat.wire.ChatCompletionRequestMessage.ToolMessage;

/**
 * Results of tools follow the message with their calls, one for each call, and nothing stands between. The texts, with
 * their spelling, are the API's own.
 */
final class ToolTurnRule {
    private ToolTurnRule() {}

    static Optional<InvalidField> callsAndResultsMatch(ChatCompletionRequest request) {
        var messages = request.messages();
        var open = new LinkedHashSet<String>();
        Set<String> asked = Set.of();
        for (var index = 0; index < messages.size(); index++) {
            if (messages.get(index) instanceof ToolMessage tool) {
                if (!asked.contains(tool.toolCallId())) {
                    return unasked(index, tool.toolCallId(), asked);
                }
                open.remove(tool.toolCallId());
            } else if (!open.isEmpty()) {
                return unanswered(index, open);
            } else {
                asked = callIds(messages.get(index));
                open.addAll(asked);
            }
        }
        return open.isEmpty() ? Optional.empty() : unanswered(messages.size(), open);
    }

    private static Set<String> callIds(ChatCompletionRequestMessage message) {
        var calls = message instanceof AssistantMessage assistant ? assistant.toolCalls() : null;
        var ids = new LinkedHashSet<String>();
        (calls == null ? List.<ChatCompletionMessageToolCall>of() : calls).forEach(call -> ids.add(call.id()));
        return ids;
    }

    private static Optional<InvalidField> unasked(int index, String id, Set<String> asked) {
        return asked.isEmpty()
                ? Wrong.at(
                        FieldPath.of("messages").index(index).field("role"),
                        "Invalid parameter: messages with role 'tool' must be a response to a preceeding message with"
                                + " 'tool_calls'.")
                : Wrong.at(
                        FieldPath.of("messages").index(index).field("tool_call_id"),
                        "Invalid parameter: 'tool_call_id' of '" + id
                                + "' not found in 'tool_calls' of previous message.");
    }

    private static Optional<InvalidField> unanswered(int index, Set<String> open) {
        return Wrong.at(
                FieldPath.of("messages").index(index).field("role"),
                "An assistant message with 'tool_calls' must be followed by tool messages responding to each"
                        + " 'tool_call_id'. The following tool_call_ids did not have response messages: "
                        + String.join(", ", open));
    }
}

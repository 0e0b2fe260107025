package llmsim.openai.chat.request;

import java.util.Optional;
import java.util.stream.IntStream;
import llmsim.api.json.FieldPath;
import llmsim.api.problem.Problem.InvalidField;
import llmsim.openai.chat.wire.ChatCompletionRequest;
import llmsim.openai.chat.wire.ChatCompletionRequestMessage;

/**
 * Every message needs content, but for the model's own, where a call, a refusal or a sound stands in for it. The API
 * looks at this last of all, and says it in this way; seen in answers of August 2026.
 */
final class ContentRule {
    private ContentRule() {}

    static Optional<InvalidField> contentIsThere(ChatCompletionRequest request) {
        var messages = request.messages();
        return IntStream.range(0, messages.size())
                .filter(index -> messages.get(index).content() == null && !hasSubstitute(messages.get(index)))
                .mapToObj(index -> FieldPath.of("messages").index(index).field("content"))
                .findFirst()
                .flatMap(path -> Wrong.at(path, "Invalid value for 'content': expected a string, got null."));
    }

    private static boolean hasSubstitute(ChatCompletionRequestMessage message) {
        return message instanceof ChatCompletionRequestMessage.AssistantMessage assistant
                && (assistant.toolCalls() != null
                        || assistant.functionCall() != null
                        || assistant.refusal() != null
                        || assistant.audio() != null);
    }
}

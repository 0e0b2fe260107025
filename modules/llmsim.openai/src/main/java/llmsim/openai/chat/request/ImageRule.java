package llmsim.openai.chat.request;

import java.util.Optional;
import java.util.stream.IntStream;
import llmsim.api.json.FieldPath;
import llmsim.api.problem.Problem.InvalidField;
import llmsim.openai.chat.wire.ChatCompletionRequest;
import llmsim.openai.chat.wire.ChatCompletionRequestMessage;
import llmsim.openai.chat.wire.ContentPart;
import llmsim.openai.chat.wire.MessageContent;

/** Images may stand in messages of users alone. The text is the API's own. */
final class ImageRule {
    private ImageRule() {}

    static Optional<InvalidField> onlyUsersSendImages(ChatCompletionRequest request) {
        var messages = request.messages();
        return IntStream.range(0, messages.size())
                .filter(index -> !(messages.get(index) instanceof ChatCompletionRequestMessage.UserMessage))
                .filter(index -> hasImage(messages.get(index)))
                .mapToObj(index -> refused(index, messages.get(index).role()))
                .findFirst()
                .flatMap(wrong -> wrong);
    }

    private static boolean hasImage(ChatCompletionRequestMessage message) {
        return message.content() instanceof MessageContent.Parts(var parts)
                && parts.stream().anyMatch(ContentPart.Image.class::isInstance);
    }

    private static Optional<InvalidField> refused(int index, String role) {
        return Wrong.at(
                FieldPath.of("messages").index(index),
                "Invalid 'messages[" + index + "]'. Image URLs are only allowed for messages with role 'user', but this"
                        + " message with role '" + role + "' contains an image URL.",
                "invalid_value");
    }
}

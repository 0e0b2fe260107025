package llmsim.openai.chat.request;

import java.util.Optional;
import java.util.stream.IntStream;
import llmsim.api.json.FieldPath;
import llmsim.api.problem.Problem.InvalidField;
import llmsim.api.problem.Violation;
import llmsim.openai.chat.wire.ChatCompletionRequest;
import llmsim.openai.chat.wire.ContentPart;
import llmsim.openai.chat.wire.MessageContent;
import org.jspecify.annotations.Nullable;

/** A file has its content with it, or the id of an upload. */
final class FileRule {
    private FileRule() {}

    static Optional<InvalidField> filesHaveContent(ChatCompletionRequest request) {
        var messages = request.messages();
        return IntStream.range(0, messages.size())
                .boxed()
                .flatMap(index ->
                        emptyFile(
                                messages.get(index).content(),
                                FieldPath.of("messages").index(index))
                                .stream())
                .findFirst()
                .map(file -> new InvalidField(file.field("file_id"), new Violation.Missing()));
    }

    private static Optional<FieldPath> emptyFile(@Nullable MessageContent content, FieldPath message) {
        return content instanceof MessageContent.Parts(var parts)
                ? IntStream.range(0, parts.size())
                        .filter(index -> isEmptyFile(parts.get(index)))
                        .mapToObj(index -> message.field("content").index(index).field("file"))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isEmptyFile(ContentPart part) {
        return part instanceof ContentPart.File(var file) && file.fileId() == null && file.fileData() == null;
    }
}

package llmsim.openai.chat.request;

import java.util.Objects;
import java.util.Optional;
import llmsim.api.content.Media;
import llmsim.api.content.Part;
import llmsim.openai.chat.wire.ContentPart;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** Parts of a message's content as the model sees them. Media stay as they came; nothing is decoded. */
final class ContentParts {
    private ContentParts() {}

    static Part neutral(ContentPart part) {
        return switch (part) {
            case ContentPart.Text(var text) -> new Part.Text(text);
            case ContentPart.Image(var image) -> new Part.Image(new Media.Link(image.url()), detail(image.detail()));
            case ContentPart.InputAudio(var audio) ->
                new Part.Audio(
                        new Media.Link("data:audio/" + audio.format() + ";base64," + audio.data()), Optional.empty());
            case ContentPart.Refusal(var refusal) -> new Part.Refusal(refusal);
            case ContentPart.Audio(var audio) ->
                new Part.Unknown("audio", Objects.requireNonNullElse(audio, JsonNodeFactory.instance.objectNode()));
            case ContentPart.File(var file) -> new Part.File(media(file), Optional.ofNullable(file.filename()));
        };
    }

    private static Part.Detail detail(@Nullable String detail) {
        return switch (detail) {
            case "low" -> Part.Detail.LOW;
            case "high" -> Part.Detail.HIGH;
            case null, default -> Part.Detail.AUTO;
        };
    }

    private static Media media(ContentPart.FileData file) {
        return file.fileId() != null
                ? new Media.Uploaded(file.fileId())
                : new Media.Link(Objects.requireNonNullElse(file.fileData(), ""));
    }
}

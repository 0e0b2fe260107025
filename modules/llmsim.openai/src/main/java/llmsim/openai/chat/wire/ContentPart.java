package llmsim.openai.chat.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A part of a message's content. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ContentPart.Text.class, name = "text"),
    @JsonSubTypes.Type(value = ContentPart.Image.class, name = "image_url"),
    @JsonSubTypes.Type(value = ContentPart.InputAudio.class, name = "input_audio"),
    @JsonSubTypes.Type(value = ContentPart.Refusal.class, name = "refusal"),
    @JsonSubTypes.Type(value = ContentPart.Audio.class, name = "audio"),
    @JsonSubTypes.Type(value = ContentPart.File.class, name = "file")
})
public sealed interface ContentPart {
    /** Text. */
    record Text(String text) implements ContentPart {}

    /** A picture. */
    record Image(ImageUrl imageUrl) implements ContentPart {}

    /** Where a picture is, and how closely to look at it. */
    record ImageUrl(String url, @Nullable String detail) {}

    /** A sound. */
    record InputAudio(AudioData inputAudio) implements ContentPart {}

    /** A sound as Base64. */
    record AudioData(String data, String format) {}

    /** Words of the model by which it declined. */
    record Refusal(String refusal) implements ContentPart {}

    /** A sound of the model's. */
    record Audio(@Nullable JsonNode audio) implements ContentPart {}

    /** A document. */
    record File(FileData file) implements ContentPart {}

    /** A document as a {@code data:} URI or by the id of an upload. */
    record FileData(
            @Nullable String filename,
            @Nullable String fileData,
            @Nullable String fileId) {}
}

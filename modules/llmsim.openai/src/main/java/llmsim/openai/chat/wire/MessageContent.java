package llmsim.openai.chat.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** The content of a message, which is a text or a list of parts. */
public sealed interface MessageContent {
    /** A string. */
    record Text(@JsonValue String text) implements MessageContent {}

    /** An array. */
    record Parts(@JsonValue List<ContentPart> parts) implements MessageContent {}

    /** From a string. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static MessageContent of(String text) {
        return new Text(text);
    }

    /** From an array. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static MessageContent of(List<ContentPart> parts) {
        return new Parts(parts);
    }
}

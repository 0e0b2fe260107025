package llmsim.openresponses.wire;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a client says of a conversation.
 *
 * @param items an array of them
 */
public record ConversationBody(
        @Nullable JsonNode items, @Nullable Map<String, String> metadata) {
    /** The metadata, which are none where none are said. */
    public Map<String, String> metadataOrNone() {
        return Objects.requireNonNullElse(metadata, Map.of());
    }
}

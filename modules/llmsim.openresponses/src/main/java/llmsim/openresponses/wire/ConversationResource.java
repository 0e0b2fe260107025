package llmsim.openresponses.wire;

import java.util.Map;

/**
 * A conversation without its items.
 *
 * @param createdAt seconds since 1970
 */
public record ConversationResource(String id, String object, long createdAt, Map<String, String> metadata) {
    /** A conversation. */
    public static ConversationResource of(String id, long createdAt, Map<String, String> metadata) {
        return new ConversationResource(id, "conversation", createdAt, metadata);
    }
}

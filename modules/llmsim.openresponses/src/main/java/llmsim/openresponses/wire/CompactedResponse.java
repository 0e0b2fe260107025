package llmsim.openresponses.wire;

import java.util.List;

/**
 * A conversation in short.
 *
 * @param createdAt seconds since 1970
 */
public record CompactedResponse(
        String id, String object, List<CompactionItem> output, long createdAt, ResponseUsage usage) {

    /** What is left of the items before. */
    public record CompactionItem(String id, String type, String encryptedContent) {}
}

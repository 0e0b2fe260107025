package llmsim.api.state;

import java.time.Instant;
import java.util.Map;
import llmsim.api.content.Bytes;

/**
 * Something stored.
 *
 * @param id unique in its collection
 * @param created orders a collection, newest first
 * @param labels short texts to filter by, such as {@code model}
 * @param content opaque to the store, usually JSON
 */
public record Document(String id, Instant created, Map<String, String> labels, Bytes content) {
    public Document {
        labels = Map.copyOf(labels);
    }
}

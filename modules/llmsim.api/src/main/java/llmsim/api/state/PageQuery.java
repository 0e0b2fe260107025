package llmsim.api.state;

import java.util.Map;
import java.util.Optional;

/**
 * Which part of a collection is wanted.
 *
 * @param after the id behind which to begin; empty for the beginning
 * @param limit most documents, at least 1
 * @param order by creation
 * @param labels what a document's labels must have
 */
public record PageQuery(Optional<String> after, int limit, Order order, Map<String, String> labels) {
    public PageQuery {
        labels = Map.copyOf(labels);
    }

    /** The same of documents that have these labels. */
    public PageQuery labelled(Map<String, String> wanted) {
        return new PageQuery(after, limit, order, wanted);
    }

    /** Direction by creation. */
    public enum Order {
        OLDEST_FIRST,
        NEWEST_FIRST
    }
}

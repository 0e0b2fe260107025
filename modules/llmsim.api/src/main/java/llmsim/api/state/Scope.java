package llmsim.api.state;

import java.util.Optional;

/**
 * Stored things as one caller sees them. A WebSocket connection has a scope of its own laid over the common one.
 * Thread-safe.
 */
public interface Scope {
    /** A document by its id. */
    Optional<Document> find(String collection, String id);

    /** A part of a collection; empty for one that has nothing. */
    Page list(String collection, PageQuery query);

    /** Stores a document, in place of one with the same id. Older ones may be dropped to keep within bounds. */
    void put(String collection, Document document);

    /** Removes a document; whether there was one. */
    boolean remove(String collection, String id);
}

package llmsim.api.state;

import java.util.List;

/** Part of a collection, and whether there is more behind it. */
public record Page(List<Document> documents, boolean hasMore) {
    public Page {
        documents = List.copyOf(documents);
    }
}

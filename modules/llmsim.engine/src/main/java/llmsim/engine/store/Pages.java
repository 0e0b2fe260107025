package llmsim.engine.store;

import java.util.ArrayList;
import java.util.Collection;
import llmsim.api.state.Document;
import llmsim.api.state.Page;
import llmsim.api.state.PageQuery;

/** Cuts a page out of documents that are in order and begin where the page does. */
final class Pages {
    private Pages() {}

    /** The first of these documents that have the labels asked for. */
    static Page of(PageQuery query, Collection<Document> documents) {
        var found = new ArrayList<Document>();
        for (var document : documents) {
            if (document.labels().entrySet().containsAll(query.labels().entrySet())) {
                if (found.size() == query.limit()) {
                    return new Page(found, true);
                }
                found.add(document);
            }
        }
        return new Page(found, false);
    }
}

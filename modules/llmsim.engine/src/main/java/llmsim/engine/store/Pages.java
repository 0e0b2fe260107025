package llmsim.engine.store;

import java.util.ArrayList;
import java.util.Collection;
import llmsim.api.state.Document;
import llmsim.api.state.Page;
import llmsim.api.state.PageQuery;

/** Cuts a page out of documents that are in order. */
final class Pages {
    private Pages() {}

    /** What stands behind the id asked for; nothing if that id is unknown, so that no client pages for ever. */
    static Page of(PageQuery query, Collection<Document> documents) {
        var found = new ArrayList<Document>();
        var reached = query.after().isEmpty();
        for (var document : documents) {
            if (reached
                    && document.labels().entrySet().containsAll(query.labels().entrySet())) {
                if (found.size() == query.limit()) {
                    return new Page(found, true);
                }
                found.add(document);
            }
            reached |= query.after().filter(document.id()::equals).isPresent();
        }
        return new Page(found, false);
    }
}

package llmsim.engine.store;

import java.util.List;
import java.util.Optional;
import llmsim.api.state.Document;
import llmsim.api.state.Page;
import llmsim.api.state.PageQuery;
import llmsim.api.state.Scope;

/** A scope that has nothing and keeps nothing: what a single call over HTTP has of its own. */
public record EmptyScope() implements Scope {
    @Override
    public Optional<Document> find(String collection, String id) {
        return Optional.empty();
    }

    @Override
    public Page list(String collection, PageQuery query) {
        return new Page(List.of(), false);
    }

    @Override
    public void put(String collection, Document document) {}

    @Override
    public boolean remove(String collection, String id) {
        return false;
    }
}

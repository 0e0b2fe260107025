package llmsim.engine.store;

import java.util.Optional;
import llmsim.api.state.Document;
import llmsim.api.state.Page;
import llmsim.api.state.PageQuery;
import llmsim.api.state.Scope;

/**
 * A small scope laid over a common one, as a connection has it. What is put here goes into the common part, and lists
 * show only that.
 */
public record Overlay(Scope common, Scope own) implements Scope {
    @Override
    public Optional<Document> find(String collection, String id) {
        return own.find(collection, id).or(() -> common.find(collection, id));
    }

    @Override
    public Page list(String collection, PageQuery query) {
        return common.list(collection, query);
    }

    @Override
    public void put(String collection, Document document) {
        common.put(collection, document);
    }

    @Override
    public boolean remove(String collection, String id) {
        var here = own.remove(collection, id);
        return common.remove(collection, id) || here;
    }
}

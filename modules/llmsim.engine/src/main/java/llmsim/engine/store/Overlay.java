package llmsim.engine.store;

import java.util.Optional;
import llmsim.api.spi.Store;
import llmsim.api.state.Document;
import llmsim.api.state.Page;
import llmsim.api.state.PageQuery;
import llmsim.api.state.Scope;

/**
 * A small scope of its own over a common one, as a connection has it: what is put only here is seen only here. Lists
 * show the common part.
 */
public record Overlay(Scope common, Store own) implements Scope {
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
        return own.remove(collection, id) | common.remove(collection, id);
    }

    /** Stores a document for this connection alone. */
    public void putHere(String collection, Document document) {
        own.put(collection, document);
    }
}

package llmsim.engine.store;

import java.util.Optional;
import llmsim.api.state.Document;
import llmsim.api.state.Page;
import llmsim.api.state.PageQuery;
import llmsim.api.state.Scope;

/** One provider's part of a scope: providers never see each other's documents. */
public record ProviderScope(Scope whole, String provider) implements Scope {
    @Override
    public Optional<Document> find(String collection, String id) {
        return whole.find(named(collection), id);
    }

    @Override
    public Page list(String collection, PageQuery query) {
        return whole.list(named(collection), query);
    }

    @Override
    public void put(String collection, Document document) {
        whole.put(named(collection), document);
    }

    @Override
    public boolean remove(String collection, String id) {
        return whole.remove(named(collection), id);
    }

    private String named(String collection) {
        return provider + "/" + collection;
    }
}

package llmsim.openai;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Services;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.model.Model;
import llmsim.api.model.Models;
import llmsim.api.prompt.Prompt;
import llmsim.api.state.Document;
import llmsim.api.state.Page;
import llmsim.api.state.PageQuery;
import llmsim.api.state.Scope;
import llmsim.api.token.Encoding;

/** Two models and a store in memory. */
public final class StubServices implements Services {
    private final Scope scope = new MemoryScope();

    @Override
    public Models models() {
        return new Catalogue();
    }

    @Override
    public Encoding encodingFor(String model) {
        throw new UnsupportedOperationException("no dialect counts by itself");
    }

    @Override
    public long promptTokens(Prompt prompt) {
        throw new UnsupportedOperationException("no dialect counts by itself");
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public Scope connection() {
        return scope;
    }

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }

    @Override
    public String newId(String prefix) {
        return prefix + "1";
    }

    @Override
    public Answer call(Call.Method method, String path, Body body) {
        throw new UnsupportedOperationException("chat calls nothing");
    }

    private record Catalogue() implements Models {
        private static final Model GPT = model("gpt-5", "openai", Optional.of(LocalDate.of(2025, 8, 7)));
        private static final Model CLAUDE = model("claude-sonnet-4.5", "anthropic", Optional.empty());

        private static Model model(String id, String owner, Optional<LocalDate> released) {
            return new Model(
                    id, id, owner, released, 400_000, 128_000, Set.of("text"), Set.of("text"), true, Optional.empty());
        }

        @Override
        public Optional<Model> find(String id) {
            return List.of(GPT, CLAUDE).stream()
                    .filter(model -> model.id().equalsIgnoreCase(id))
                    .findFirst();
        }

        @Override
        public List<Model> ownedBy(String provider) {
            return List.of(GPT, CLAUDE).stream()
                    .filter(model -> model.ownedBy().equals(provider))
                    .toList();
        }

        @Override
        public boolean acceptsUnknown() {
            return true;
        }
    }

    private static final class MemoryScope implements Scope {
        private final Map<String, Document> documents = new LinkedHashMap<>();

        @Override
        public Optional<Document> find(String collection, String id) {
            return Optional.ofNullable(documents.get(collection + "/" + id));
        }

        @Override
        public Page list(String collection, PageQuery query) {
            var order = Comparator.comparing(Document::created);
            var all = documents.values().stream()
                    .filter(document -> document.labels()
                            .entrySet()
                            .containsAll(query.labels().entrySet()))
                    .sorted(query.order() == PageQuery.Order.OLDEST_FIRST ? order : order.reversed())
                    .toList();
            var ids = all.stream().map(Document::id).toList();
            var from = query.after().map(ids::indexOf).orElse(-1) + 1;
            var to = Math.min(all.size(), from + query.limit());
            return new Page(all.subList(from, to), to < all.size());
        }

        @Override
        public void put(String collection, Document document) {
            documents.put(collection + "/" + document.id(), document);
        }

        @Override
        public boolean remove(String collection, String id) {
            return documents.remove(collection + "/" + id) != null;
        }
    }
}

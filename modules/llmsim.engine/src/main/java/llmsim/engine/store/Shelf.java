package llmsim.engine.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import llmsim.api.state.Document;
import llmsim.api.state.PageQuery;

/** One collection by creation; documents of one moment in the order in which they came. Not thread-safe. */
final class Shelf {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::created).thenComparingLong(Place::number);

    private final Map<String, Place> places = new HashMap<>();
    private final NavigableMap<Place, Document> documents = new TreeMap<>(ORDER);
    private long next;

    Optional<Document> find(String id) {
        return Optional.ofNullable(places.get(id)).map(documents::get);
    }

    void put(Document document) {
        var before = places.get(document.id());
        var place = new Place(document.created(), before == null ? next++ : before.number());
        remove(document.id());
        places.put(document.id(), place);
        documents.put(place, document);
    }

    void remove(String id) {
        var place = places.remove(id);
        if (place != null) {
            documents.remove(place);
        }
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    Collection<Document> inOrder(PageQuery.Order order) {
        return switch (order) {
            case OLDEST_FIRST -> documents.values();
            case NEWEST_FIRST -> documents.descendingMap().values();
        };
    }

    private record Place(Instant created, long number) {}
}

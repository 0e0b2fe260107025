package llmsim.engine.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import llmsim.api.state.Document;
import llmsim.api.state.PageQuery;
import org.jspecify.annotations.Nullable;

/**
 * One collection by creation; documents of one moment in the order in which they came. It remembers where the last
 * {@value #REMEMBERED} removed ones stood, so that a client who pages and removes what it saw gets on. Not thread-safe.
 */
final class Shelf {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::created).thenComparingLong(Place::number);

    private static final int REMEMBERED = 1_024;

    private final Map<String, Place> places = new HashMap<>();
    private final SequencedMap<String, Place> removed = new LinkedHashMap<>();
    private final NavigableMap<Place, Document> documents = new TreeMap<>(ORDER);
    private long next;

    Optional<Document> find(String id) {
        return Optional.ofNullable(places.get(id)).map(documents::get);
    }

    void put(Document document) {
        var before = places.get(document.id());
        var place = new Place(document.created(), before == null ? next++ : before.number());
        take(document.id());
        removed.remove(document.id());
        places.put(document.id(), place);
        documents.put(place, document);
    }

    void remove(String id) {
        var place = take(id);
        if (place != null) {
            removed.put(id, place);
            if (removed.size() > REMEMBERED) {
                removed.pollFirstEntry();
            }
        }
    }

    private @Nullable Place take(String id) {
        var place = places.remove(id);
        if (place != null) {
            documents.remove(place);
        }
        return place;
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /** What stands behind the id asked for; nothing if that id was never here, so that no client pages for ever. */
    Collection<Document> behind(PageQuery query) {
        var ordered = switch (query.order()) {
            case OLDEST_FIRST -> documents;
            case NEWEST_FIRST -> documents.descendingMap();
        };
        if (query.after().isEmpty()) {
            return ordered.values();
        }
        var id = query.after().get();
        var place = places.getOrDefault(id, removed.get(id));
        return place == null ? List.of() : ordered.tailMap(place, false).values();
    }

    private record Place(Instant created, long number) {}
}

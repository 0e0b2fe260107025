package llmsim.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import llmsim.api.content.Bytes;
import llmsim.api.state.Document;
import llmsim.api.state.Page;
import llmsim.api.state.PageQuery;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PagingPropertyTest {
    private final MemoryStore store = new MemoryStore(1_000, 1 << 20);

    /** A client that follows every page sees each document once, in order, and comes to an end. */
    @Property(tries = 200)
    void pageByPageEveryDocumentOnce(
            @ForAll @Size(max = 30) List<@IntRange(max = 5) Integer> seconds,
            @ForAll @IntRange(min = 1, max = 7) int limit,
            @ForAll PageQuery.Order order,
            @ForAll boolean filtered) {
        var fresh = new MemoryStore(1_000, 1 << 20);
        var all = new ArrayList<Document>();
        for (var i = 0; i < seconds.size(); i++) {
            var labels = Map.of("even", String.valueOf(i % 2 == 0));
            all.add(new Document("d" + i, Instant.ofEpochSecond(seconds.get(i)), labels, Bytes.empty()));
            fresh.put("c", all.getLast());
        }
        var labels = filtered ? Map.of("even", "true") : Map.<String, String>of();
        var expected = new ArrayList<>(all.stream()
                .filter(document -> !filtered || document.labels().equals(labels))
                .sorted(Comparator.comparing(Document::created))
                .toList());

        assertThat(walk(fresh, limit, order, labels))
                .isEqualTo(order == PageQuery.Order.OLDEST_FIRST ? expected : expected.reversed());
    }

    @Test
    void behindAnUnknownDocumentThereIsNothing() {
        store.put("c", new Document("a", Instant.EPOCH, Map.of(), Bytes.empty()));

        assertThat(store.list("c", new PageQuery(Optional.of("gone"), 1, PageQuery.Order.OLDEST_FIRST, Map.of())))
                .isEqualTo(new Page(List.of(), false));
        assertThat(store.list("nothing", new PageQuery(Optional.empty(), 1, PageQuery.Order.OLDEST_FIRST, Map.of())))
                .isEqualTo(new Page(List.of(), false));
    }

    /** So the page that follows is asked for behind a document that is gone. */
    @Property(tries = 100)
    void aClientThatRemovesWhatItSeesRemovesAll(
            @ForAll @IntRange(min = 1, max = 40) int number,
            @ForAll @IntRange(min = 1, max = 7) int limit,
            @ForAll PageQuery.Order order) {
        var fresh = new MemoryStore(1_000, 1 << 20);
        for (var i = 0; i < number; i++) {
            fresh.put("c", new Document("d" + i, Instant.EPOCH, Map.of(), Bytes.empty()));
        }

        var after = Optional.<String>empty();
        Page page;
        do {
            page = fresh.list("c", new PageQuery(after, limit, order, Map.of()));
            page.documents().forEach(document -> fresh.remove("c", document.id()));
            after = Optional.of(page.documents().getLast().id());
        } while (page.hasMore());

        assertThat(fresh.list("c", new PageQuery(Optional.empty(), 1, order, Map.of()))
                        .documents())
                .isEmpty();
    }

    private static List<Document> walk(
            MemoryStore store, int limit, PageQuery.Order order, Map<String, String> labels) {
        var seen = new ArrayList<Document>();
        Page page;
        do {
            var after = seen.isEmpty()
                    ? Optional.<String>empty()
                    : Optional.of(seen.getLast().id());
            page = store.list("c", new PageQuery(after, limit, order, labels));
            assertThat(page.documents()).hasSizeLessThanOrEqualTo(limit);
            assertThat(page.hasMore() && page.documents().isEmpty()).isFalse();
            seen.addAll(page.documents());
        } while (page.hasMore());
        return seen;
    }
}

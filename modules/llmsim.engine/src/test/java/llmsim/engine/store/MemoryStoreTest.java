package llmsim.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import llmsim.api.content.Bytes;
import llmsim.api.settings.Settings;
import llmsim.api.settings.SettingsException;
import llmsim.api.spi.Store;
import llmsim.api.state.Document;
import llmsim.api.state.PageQuery;
import llmsim.api.state.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryStoreTest {
    private final MemoryStore store = new MemoryStore(3, 10_000);

    @Test
    void findsReplacesAndRemoves() {
        store.put("c", document("a", 1, "x"));
        store.put("c", document("a", 1, "y"));

        assertThat(store.find("c", "a").orElseThrow().content().toUtf8()).isEqualTo("y");
        assertThat(store.find("d", "a")).isEmpty();
        assertThat(store.remove("c", "a")).isTrue();
        assertThat(store.remove("c", "a")).isFalse();
        assertThat(store.find("c", "a")).isEmpty();
        assertThat(all(store, "c")).isEmpty();
    }

    @Test
    void theOldestGoesFirstOverAllCollections() {
        store.put("c", document("a", 1, ""));
        store.put("d", document("b", 2, ""));
        store.put("c", document("c", 3, ""));
        store.put("c", document("b", 4, ""));

        assertThat(store.find("c", "a")).isEmpty();
        assertThat(store.find("d", "b")).isPresent();
        assertThat(all(store, "c")).containsExactly("c", "b");
    }

    @Test
    void allIsForgottenAtOnce() {
        store.put("c", document("a", 1, "x"));
        store.put("d", document("b", 1, "x"));
        store.next("n");

        assertThat(store.clear()).isTrue();

        assertThat(all(store, "c")).isEmpty();
        assertThat(store.find("d", "b")).isEmpty();
        assertThat(store.next("n")).isZero();
    }

    @Test
    void bytesAreBoundedToo() {
        var bytes = new MemoryStore(100, 10_000);
        for (var i = 0; i < 20; i++) {
            bytes.put("c", document("d" + i, i, "x".repeat(2_744)));
        }

        assertThat(all(bytes, "c")).containsExactly("d17", "d18", "d19");
    }

    @Test
    void labelsCostBytes() {
        var bytes = new MemoryStore(100, 10_000);
        for (var i = 0; i < 20; i++) {
            bytes.put("c", new Document("d" + i, Instant.EPOCH, Map.of("k", "v".repeat(1_000)), Bytes.empty()));
        }

        assertThat(all(bytes, "c")).hasSize(4);
    }

    @Test
    void whatFitsNowhereDisplacesNothing() {
        store.put("c", document("a", 1, "small"));
        store.put("c", document("b", 2, "old"));
        store.put("c", document("b", 2, "x".repeat(20_000)));

        assertThat(all(store, "c")).containsExactly("a");
    }

    @Test
    void replacingFreesWhatWasReplaced() {
        var bytes = new MemoryStore(100, 10_000);
        bytes.put("c", document("a", 1, "x".repeat(5_000)));
        for (var i = 0; i < 50; i++) {
            bytes.put("c", document("b", 2, "x".repeat(4_000)));
        }
        assertThat(all(bytes, "c")).containsExactly("a", "b");
    }

    @Test
    void aCollectionIsInTheOrderOfCreation() {
        store.put("c", document("late", 9, ""));
        store.put("c", document("early", 1, ""));
        store.put("c", document("middle", 5, ""));

        assertThat(all(store, "c")).containsExactly("early", "middle", "late");
        assertThat(ids(store.list("c", query(PageQuery.Order.NEWEST_FIRST, Optional.empty(), 2))
                        .documents()))
                .containsExactly("late", "middle");
    }

    @Test
    void aPageMayBeFilteredByLabels() {
        store.put("c", new Document("a", Instant.EPOCH, Map.of("model", "x", "k", "v"), Bytes.empty()));
        store.put("c", new Document("b", Instant.EPOCH, Map.of("model", "y"), Bytes.empty()));
        var page =
                store.list("c", new PageQuery(Optional.empty(), 5, PageQuery.Order.OLDEST_FIRST, Map.of("model", "x")));

        assertThat(ids(page.documents())).containsExactly("a");
        assertThat(page.hasMore()).isFalse();
    }

    @Test
    void countsAtomically() throws Exception {
        var numbers = ConcurrentHashMap.newKeySet();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<Boolean>>();
            for (var i = 0; i < 2_000; i++) {
                all.add(threads.submit(() -> numbers.add(store.next("cursor"))));
            }
            for (var each : all) {
                assertThat(each.get()).isTrue();
            }
        }
        assertThat(numbers).contains(0L, 1_999L).hasSize(2_000);
        assertThat(store.next("other")).isZero();
    }

    @Test
    void manyWritersKeepTheBound() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 500; i++) {
                var number = i;
                threads.execute(() -> store.put("c" + number % 7, document("d" + number, number, "x")));
            }
        }
        assertThat(IntStream.range(0, 7).map(i -> all(store, "c" + i).size()).sum())
                .isEqualTo(3);
    }

    @Test
    void takesItsBoundsFromSettings() {
        var two = new MemoryStore().configured(settings("max_documents", "2"));
        for (var i = 0; i < 5; i++) {
            two.put("c", document("d" + i, i, ""));
        }
        assertThat(all(two, "c")).containsExactly("d3", "d4");
        assertThat(two.name()).isEqualTo("memory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many"})
    void aSettingThatIsNoBoundIsAnError(String value) {
        Store store = new MemoryStore();

        assertThatThrownBy(() -> store.configured(settings("max_bytes", value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("f.yaml:1:2")
                .hasMessageContaining(value);
    }

    @Test
    void providersDoNotSeeEachOthersDocuments() {
        var one = new ProviderScope(store, "one");
        var two = new ProviderScope(store, "two");
        one.put("c", document("a", 1, ""));

        assertThat(one.find("c", "a")).isPresent();
        assertThat(all(one, "c")).containsExactly("a");
        assertThat(two.find("c", "a")).isEmpty();
        assertThat(two.remove("c", "a")).isFalse();
        assertThat(one.remove("c", "a")).isTrue();
    }

    @Test
    void aConnectionsOwnGoesBeforeTheCommon() {
        var own = new MemoryStore(3, 10_000);
        var overlay = new Overlay(store, own);
        own.put("c", document("a", 1, "own"));
        overlay.put("c", document("a", 1, "common"));
        overlay.put("c", document("b", 2, "common"));

        assertThat(overlay.find("c", "a").orElseThrow().content().toUtf8()).isEqualTo("own");
        assertThat(overlay.find("c", "b")).isPresent();
        assertThat(all(overlay, "c")).containsExactly("a", "b");
        assertThat(overlay.remove("c", "a")).isTrue();
        assertThat(overlay.find("c", "a")).isEmpty();
    }

    @Test
    void theEmptyScopeStaysEmpty() {
        var empty = new EmptyScope();
        empty.put("c", document("a", 1, ""));

        assertThat(empty.find("c", "a")).isEmpty();
        assertThat(all(empty, "c")).isEmpty();
        assertThat(empty.remove("c", "a")).isFalse();
    }

    private static Settings settings(String name, String value) {
        return Settings.of(Map.of(name, new Settings.Value(value, "f.yaml:1:2")));
    }

    private static Document document(String id, long second, String content) {
        return new Document(id, Instant.ofEpochSecond(second), Map.of(), Bytes.ofUtf8(content));
    }

    private static PageQuery query(PageQuery.Order order, Optional<String> after, int limit) {
        return new PageQuery(after, limit, order, Map.of());
    }

    private static List<String> all(Scope scope, String collection) {
        return ids(scope.list(collection, query(PageQuery.Order.OLDEST_FIRST, Optional.empty(), 1_000))
                .documents());
    }

    private static List<String> ids(List<Document> documents) {
        return documents.stream().map(Document::id).toList();
    }
}

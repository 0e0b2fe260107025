package llmsim.engine.store;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import llmsim.api.settings.Settings;
import llmsim.api.settings.SettingsException;
import llmsim.api.spi.Store;
import llmsim.api.state.Document;
import llmsim.api.state.Page;
import llmsim.api.state.PageQuery;
import llmsim.engine.configuration.StoreSettings;

/**
 * A store in memory, bounded in documents and bytes over all collections; the oldest go first. Thread-safe: one lock,
 * held for look-ups in memory only.
 */
public final class MemoryStore implements Store {
    /** Documents kept unless the user says otherwise. */
    public static final int MAX_DOCUMENTS = StoreSettings.DEFAULT.maxDocuments();

    /** Bytes kept unless the user says otherwise. */
    public static final long MAX_BYTES = StoreSettings.DEFAULT.maxBytes();

    private static final int FIXED_COST = 256;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, SequencedMap<String, Document>> collections = new LinkedHashMap<>();
    private final SequencedMap<Key, Long> ages = new LinkedHashMap<>();
    private final Map<String, AtomicLong> counters = new ConcurrentHashMap<>();
    private final int maxDocuments;
    private final long maxBytes;
    private long bytes;

    /** A store with the usual bounds. */
    public MemoryStore() {
        this(MAX_DOCUMENTS, MAX_BYTES);
    }

    public MemoryStore(int maxDocuments, long maxBytes) {
        this.maxDocuments = maxDocuments;
        this.maxBytes = maxBytes;
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Store configured(Settings settings) {
        return new MemoryStore(
                (int) positive(settings, "max_documents", MAX_DOCUMENTS), positive(settings, "max_bytes", MAX_BYTES));
    }

    private static long positive(Settings settings, String name, long usual) throws SettingsException {
        var value = settings.integer(name).orElse(usual);
        if (value < 0) {
            throw settings.invalid(name, "at least 0");
        }
        return value;
    }

    @Override
    public Optional<Document> find(String collection, String id) {
        lock.lock();
        try {
            return Optional.ofNullable(collection(collection).get(id));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Page list(String collection, PageQuery query) {
        lock.lock();
        try {
            var documents = collection(collection);
            return Pages.of(query, inOrder(documents, query.order()));
        } finally {
            lock.unlock();
        }
    }

    private static Collection<Document> inOrder(SequencedMap<String, Document> documents, PageQuery.Order order) {
        return switch (order) {
            case OLDEST_FIRST -> documents.sequencedValues();
            case NEWEST_FIRST -> documents.sequencedValues().reversed();
        };
    }

    @Override
    public void put(String collection, Document document) {
        lock.lock();
        try {
            var key = new Key(collection, document.id());
            bytes += cost(document) - ages.getOrDefault(key, 0L);
            ages.put(key, cost(document));
            collections.computeIfAbsent(collection, _ -> new LinkedHashMap<>()).put(document.id(), document);
            evict();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean remove(String collection, String id) {
        lock.lock();
        try {
            return drop(new Key(collection, id));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long next(String counter) {
        return counters.computeIfAbsent(counter, _ -> new AtomicLong()).getAndIncrement();
    }

    @Override
    public void close() {}

    private void evict() {
        var oldest = new ArrayDeque<Key>();
        var left = ages.size();
        var leftBytes = bytes;
        for (var entry : ages.entrySet()) {
            if (left <= maxDocuments && leftBytes <= maxBytes) {
                break;
            }
            oldest.add(entry.getKey());
            left--;
            leftBytes -= entry.getValue();
        }
        oldest.forEach(this::drop);
    }

    private boolean drop(Key key) {
        var cost = ages.remove(key);
        if (cost == null) {
            return false;
        }
        bytes -= cost;
        collection(key.collection()).remove(key.id());
        return true;
    }

    private SequencedMap<String, Document> collection(String name) {
        var found = collections.get(name);
        return found == null ? new LinkedHashMap<>() : found;
    }

    private static long cost(Document document) {
        return (long) FIXED_COST + document.content().length();
    }

    private record Key(String collection, String id) {}
}

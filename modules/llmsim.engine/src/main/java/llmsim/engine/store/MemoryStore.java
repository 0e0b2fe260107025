package llmsim.engine.store;

import java.util.ArrayDeque;
import java.util.HashMap;
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
    private final Map<String, Shelf> collections = new HashMap<>();
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
        settings.only("max_documents", "max_bytes");
        return new MemoryStore(
                Math.clamp(positive(settings, "max_documents", MAX_DOCUMENTS), 1, Integer.MAX_VALUE),
                positive(settings, "max_bytes", MAX_BYTES));
    }

    private static long positive(Settings settings, String name, long usual) throws SettingsException {
        var value = settings.integer(name).orElse(usual);
        if (value < 1) {
            throw settings.invalid(name, "at least 1");
        }
        return value;
    }

    @Override
    public Optional<Document> find(String collection, String id) {
        lock.lock();
        try {
            return collection(collection).find(id);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Page list(String collection, PageQuery query) {
        lock.lock();
        try {
            return Pages.of(query, collection(collection).behind(query));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void put(String collection, Document document) {
        lock.lock();
        try {
            var key = new Key(collection, document.id());
            var cost = cost(document);
            if (cost > maxBytes) {
                // It has no room even alone, so nothing else shall go for it.
                drop(key);
                return;
            }
            bytes += cost - ages.getOrDefault(key, 0L);
            ages.put(key, cost);
            collections.computeIfAbsent(collection, _ -> new Shelf()).put(document);
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
    public boolean clear() {
        lock.lock();
        try {
            collections.clear();
            ages.clear();
            counters.clear();
            bytes = 0;
            return true;
        } finally {
            lock.unlock();
        }
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
        var shelf = collection(key.collection());
        shelf.remove(key.id());
        if (shelf.isEmpty()) {
            collections.remove(key.collection());
        }
        return true;
    }

    private Shelf collection(String name) {
        var found = collections.get(name);
        return found == null ? new Shelf() : found;
    }

    private static long cost(Document document) {
        var labels = document.labels().entrySet().stream()
                .mapToLong(label -> label.getKey().length() + label.getValue().length())
                .sum();
        return FIXED_COST + 2 * labels + document.content().length();
    }

    private record Key(String collection, String id) {}
}

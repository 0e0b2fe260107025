package llmsim.engine.memo;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was made of texts lately, for clients send the same ones in every turn. Bounded: so many slots, which
 * the next comer overwrites, and no long texts. Texts are compared whole. Thread-safe without locks.
 *
 * @param <V> what is made: immutable, or thread-safe and not missed when it is overwritten
 */
public final class Memo<V> {
    private static final int SLOTS = 512;
    private static final int LONGEST = 16_384;

    private final AtomicReferenceArray<@Nullable Known<V>> slots = new AtomicReferenceArray<>(SLOTS);

    /** A memo that remembers nothing yet. */
    public Memo() {}

    private record Known<V>(String text, V made) {}

    /** What this text gave the last time, else what it gives now. */
    public V get(String text, Supplier<V> make) {
        var slot = Math.floorMod(spread(text.hashCode()), SLOTS);
        var known = slots.get(slot);
        if (known != null && known.text().equals(text)) {
            return known.made();
        }
        var made = make.get();
        if (text.length() <= LONGEST) {
            slots.set(slot, new Known<>(text, made));
        }
        return made;
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 16);
    }
}

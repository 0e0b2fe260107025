package llmsim.tokens;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the counts of long texts, such as the instructions that come with every request. Bounded in texts and in
 * chars; the oldest slot gives way. Thread-safe without locks.
 */
final class CountMemo {
    /** Shorter texts are counted as fast as they are compared. */
    static final int SHORTEST = 1024;

    /** Longer texts are not worth their place. */
    static final int LONGEST = 1 << 20;

    /** Most chars of all texts together. */
    static final long MOST_CHARS = 4L << 20;

    private static final int SLOTS = 256;

    private final AtomicReferenceArray<@Nullable Counted> slots = new AtomicReferenceArray<>(SLOTS);
    private final AtomicLong chars = new AtomicLong();
    private final AtomicInteger hand = new AtomicInteger();

    /** Whether a text of this length is remembered at all. */
    static boolean takes(String text) {
        return text.length() >= SHORTEST && text.length() <= LONGEST;
    }

    OptionalInt find(String text) {
        var known = slots.get(slot(text));
        return known != null && known.text().equals(text) ? OptionalInt.of(known.tokens()) : OptionalInt.empty();
    }

    void remember(String text, int tokens) {
        chars.addAndGet(text.length());
        replace(slot(text), new Counted(text, tokens));
        for (var tries = 0; tries < SLOTS && chars.get() > MOST_CHARS; tries++) {
            replace(hand.getAndIncrement() & (SLOTS - 1), null);
        }
    }

    /** Chars of all texts remembered. */
    long chars() {
        return chars.get();
    }

    private void replace(int slot, @Nullable Counted next) {
        var gone = slots.getAndSet(slot, next);
        if (gone != null) {
            chars.addAndGet(-gone.text().length());
        }
    }

    private static int slot(String text) {
        var hash = text.hashCode();
        return (hash ^ (hash >>> 16)) & (SLOTS - 1);
    }

    private record Counted(String text, int tokens) {}
}

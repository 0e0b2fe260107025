package llmsim.tokens;

import llmsim.api.token.TokenSplit;
import org.jspecify.annotations.Nullable;

/**
 * Remembers how short fragments, mostly words, are cut: texts are made of the same ones over and over. Each has one
 * slot, in which the next comer replaces it; so memory is bounded (16,384 fragments of 32 chars, some 3 MB) and hostile
 * texts cost misses only. Thread-safe without locks: what the slots hold is immutable, and losing one costs a look-up.
 */
final class FragmentMemo {
    /** Longest fragment to remember, in chars. */
    static final int LONGEST = 32;

    /** Eight times what generated text has: with twice as many every eighth fragment of it was cut anew. */
    private static final int SLOTS = 16_384;

    private final @Nullable TokenSplit[] slots = new TokenSplit[SLOTS];

    /** The cut of a short fragment of the text: the one remembered, else a new one. */
    TokenSplit split(String text, int start, int end, BytePairs exact) {
        var slot = slot(text, start, end);
        var known = slots[slot];
        if (known != null && isSame(known.text(), text, start, end)) {
            return known;
        }
        var found = exact.split(text.substring(start, end));
        slots[slot] = found;
        return found;
    }

    private static boolean isSame(String known, String text, int start, int end) {
        return known.length() == end - start && text.startsWith(known, start);
    }

    private static int slot(String text, int start, int end) {
        var hash = 0;
        for (var index = start; index < end; index++) {
            hash = 31 * hash + text.charAt(index);
        }
        return (hash ^ (hash >>> 12) ^ (hash >>> 24)) & (SLOTS - 1);
    }
}

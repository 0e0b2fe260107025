package llmsim.tokens;

import java.util.Arrays;
import llmsim.api.token.TokenSplit;

/** Collects the pieces of a split. Not thread-safe. */
final class Pieces {
    private final String text;
    private int[] ends;
    private int[] tokensUpTo;
    private int size;

    Pieces(String text) {
        this.text = text;
        // English text has some four chars a token.
        ends = new int[text.length() / 4 + 8];
        tokensUpTo = new int[ends.length];
    }

    /** Adds the pieces of a fragment that starts at this index. */
    void addAll(int start, TokenSplit fragment) {
        var before = tokens();
        for (var piece = 0; piece < fragment.size(); piece++) {
            add(start + fragment.end(piece), before + fragment.tokensBefore(piece) + fragment.tokens(piece));
        }
    }

    /** Adds a piece by its end and the number of tokens up to there. */
    void add(int end, int tokens) {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
            tokensUpTo = Arrays.copyOf(tokensUpTo, size * 2);
        }
        ends[size] = end;
        tokensUpTo[size++] = tokens;
    }

    /** Tokens up to now. */
    int tokens() {
        return size == 0 ? 0 : tokensUpTo[size - 1];
    }

    TokenSplit toSplit() {
        return new TokenSplit(text, Arrays.copyOf(ends, size), Arrays.copyOf(tokensUpTo, size));
    }
}

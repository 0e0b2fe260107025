package llmsim.api.token;

import java.util.Arrays;

/**
 * A text cut into tokens, such that no cut is inside a code point.
 *
 * <p>A piece is the shortest run of whole tokens that ends at a code point's end; most pieces are one token. Immutable;
 * a piece's text is made only when asked for.
 */
public final class TokenSplit {
    private final String text;
    private final int[] ends;
    private final int[] tokensUpTo;

    /**
     * @param ends for each piece the index behind its last {@code char}; rising, the last one is the text's length
     * @param tokensUpTo for each piece the number of tokens in it and all pieces before; rising
     */
    public TokenSplit(String text, int[] ends, int[] tokensUpTo) {
        if (ends.length != tokensUpTo.length || (ends.length == 0) != text.isEmpty()) {
            throw new IllegalArgumentException("a split needs one end and one token count for each piece");
        }
        if (ends.length > 0 && ends[ends.length - 1] != text.length()) {
            throw new IllegalArgumentException("a split covers its whole text");
        }
        this.text = text;
        this.ends = ends.clone();
        this.tokensUpTo = tokensUpTo.clone();
    }

    /** The text that was cut. */
    public String text() {
        return text;
    }

    /** Number of pieces. */
    public int size() {
        return ends.length;
    }

    /** Number of tokens over all pieces. */
    public int tokens() {
        return ends.length == 0 ? 0 : tokensUpTo[ends.length - 1];
    }

    /** A piece's text. */
    public String piece(int index) {
        return text.substring(start(index), ends[index]);
    }

    /** Index of a piece's first {@code char}. */
    public int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /** Index behind a piece's last {@code char}. */
    public int end(int index) {
        return ends[index];
    }

    /** Tokens in a piece, at least 1. */
    public int tokens(int index) {
        return tokensUpTo[index] - tokensBefore(index);
    }

    /** Tokens in all pieces before this one. */
    public int tokensBefore(int index) {
        return index == 0 ? 0 : tokensUpTo[index - 1];
    }

    /** Number of the first pieces that have no more than this many tokens together. */
    public int piecesWithin(int tokens) {
        var found = Arrays.binarySearch(tokensUpTo, tokens);
        return found >= 0 ? found + 1 : -found - 1;
    }
}

package llmsim.tokens;

import llmsim.api.token.TokenSplit;

/**
 * An estimate for texts that are too long to count: the text is divided into 64 stretches of one length, and each is
 * taken to have as many tokens for a char as its first 1024 chars. The work does not grow with the text; the error is
 * about 1 % for texts that people write. Split and count agree, because both read one curve of tokens over chars.
 * Thread-safe.
 */
final class SampledTokens implements BytePairs {
    private static final int STRETCHES = 64;
    private static final int SAMPLE = 1024;

    /** Most chars of a text that are looked at. */
    static final int MOST_CHARS = STRETCHES * SAMPLE;

    private final BytePairs exact;

    SampledTokens(BytePairs exact) {
        this.exact = exact;
    }

    @Override
    public int count(String text) {
        var tokens = 0;
        for (var stretch = 0; stretch < STRETCHES; stretch++) {
            tokens += tokens(text, start(text, stretch), start(text, stretch + 1));
        }
        return tokens;
    }

    @Override
    public TokenSplit split(String text) {
        var pieces = new Pieces(text);
        var before = 0;
        for (var stretch = 0; stretch < STRETCHES; stretch++) {
            var start = start(text, stretch);
            var end = start(text, stretch + 1);
            var tokens = tokens(text, start, end);
            for (var index = start + 1; index <= end; index++) {
                var upTo = before + (int) ((long) tokens * (index - start) / (end - start));
                if (upTo > pieces.tokens() && !isInsidePair(text, index)) {
                    pieces.add(index, upTo);
                }
            }
            before += tokens;
        }
        return pieces.toSplit();
    }

    private static int start(String text, int stretch) {
        return (int) ((long) text.length() * stretch / STRETCHES);
    }

    private int tokens(String text, int start, int end) {
        var looked = Math.min(end - start, SAMPLE);
        var tokens = exact.count(text.substring(start, start + looked));
        return (int) Math.max(1, Math.round((double) tokens * (end - start) / looked));
    }

    private static boolean isInsidePair(String text, int index) {
        return index < text.length()
                && Character.isLowSurrogate(text.charAt(index))
                && Character.isHighSurrogate(text.charAt(index - 1));
    }
}

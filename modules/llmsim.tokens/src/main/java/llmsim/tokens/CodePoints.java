package llmsim.tokens;

/** What there is to know of UTF-16 and UTF-8. */
final class CodePoints {
    private static final char REPLACEMENT = '\uFFFD';

    private CodePoints() {}

    /**
     * The text with each lone surrogate replaced by U+FFFD, as every UTF-8 writer has to replace it by something; all
     * indices stay the same.
     */
    static String withoutLoneSurrogates(String text) {
        var first = loneSurrogate(text, 0);
        if (first < 0) {
            return text;
        }
        var clean = text.toCharArray();
        for (var index = first; index >= 0; index = loneSurrogate(text, index + 1)) {
            clean[index] = REPLACEMENT;
        }
        return new String(clean);
    }

    /** Bytes of a code point in UTF-8. */
    static int utf8Length(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    /** Whether a text takes no more than this many bytes in UTF-8. */
    static boolean fitsIn(int bytes, String text) {
        if (text.length() > bytes || text.length() <= bytes / 3) {
            return text.length() <= bytes;
        }
        var total = 0L;
        for (var index = 0; index < text.length(); index++) {
            // Half of a pair's four bytes for each of its halves.
            total += Character.isSurrogate(text.charAt(index)) ? 2 : utf8Length(text.charAt(index));
        }
        return total <= bytes;
    }

    private static int loneSurrogate(String text, int from) {
        for (var index = from; index < text.length(); index++) {
            if (Character.isSurrogate(text.charAt(index))) {
                if (Character.charCount(text.codePointAt(index)) == 1) {
                    return index;
                }
                index++;
            }
        }
        return -1;
    }
}

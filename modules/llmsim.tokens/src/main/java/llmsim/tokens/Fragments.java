package llmsim.tokens;

/**
 * Finds where a text can be cut such that the tokens of the parts are the tokens of the whole.
 *
 * <p>That is between a character that is no white space and a blank with an ASCII letter behind it: all vocabularies cut
 * there before they look for byte pairs, because a match of their patterns holds a blank at its beginning or among other
 * white space, and nowhere else. There are more such places; these are the ones between words, and cheap to find.
 */
final class Fragments {
    private Fragments() {}

    /** End of the fragment that starts here: the next place to cut, or the end of the text. */
    static int end(String text, int start) {
        var blank = text.indexOf(' ', start + 1);
        while (blank >= 0 && !isCut(text, blank)) {
            blank = text.indexOf(' ', blank + 1);
        }
        return blank < 0 ? text.length() : blank;
    }

    private static boolean isCut(String text, int blank) {
        return blank + 1 < text.length() && isLetter(text.charAt(blank + 1)) && isSolid(text.charAt(blank - 1));
    }

    private static boolean isLetter(char next) {
        return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    }

    private static boolean isSolid(char previous) {
        return previous < 0x7f ? previous > ' ' : Character.isLetterOrDigit(previous);
    }
}

package llmsim.server.document;

/** What holds for all texts of a document, in whatever format it is written. */
final class Texts {
    private Texts() {}

    /** The text, if it can be written as UTF-8 again: escapes can also say half of a surrogate pair. */
    static String whole(String text, Origin origin) {
        if (text.codePoints().anyMatch(Texts::isHalf)) {
            throw new BrokenDocument(origin, "a text has half of a surrogate pair");
        }
        return text;
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}

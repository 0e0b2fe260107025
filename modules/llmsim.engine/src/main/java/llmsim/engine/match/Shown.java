package llmsim.engine.match;

/** Texts as reasons show them: on one line, and not too long. */
final class Shown {
    private static final int LONGEST = 80;

    private Shown() {}

    /** The beginning of a text, in quotes. */
    static String quoted(String text) {
        var beginning = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
        return "'" + beginning.replaceAll("\\p{Cntrl}+", " ") + "'";
    }
}

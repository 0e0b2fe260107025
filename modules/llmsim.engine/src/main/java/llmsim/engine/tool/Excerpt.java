package llmsim.engine.tool;

/** Parts of texts. */
final class Excerpt {
    private static final int END = 2048;

    private Excerpt() {}

    /** A text without its middle, if it is very long: what is asked stands at one of its ends. */
    static String ends(String text) {
        return text.length() <= 2 * END ? text : text.substring(0, END) + " " + text.substring(text.length() - END);
    }

    /** Its beginning on one line: at most so many characters, with an ellipsis where there would be more. */
    static String of(String text, int longest) {
        var start = text.length() <= 2 * longest ? text : text.substring(0, 2 * longest);
        var line = start.strip().replaceAll("\\s+", " ");
        if (line.length() <= longest) {
            return start.length() == text.length() ? line : line + "…";
        }
        var end = Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest;
        return line.substring(0, end).stripTrailing() + "…";
    }
}

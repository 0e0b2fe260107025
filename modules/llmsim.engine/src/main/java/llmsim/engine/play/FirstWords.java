package llmsim.engine.play;

/** The beginnings of texts that somebody made up, whole sentences as far as one can tell. */
public final class FirstWords {
    private FirstWords() {}

    /** So many words of a text, with a full stop behind the last one. */
    public static String of(String text, int words) {
        var end = 0;
        for (var left = words; left > 0 && end < text.length(); left--) {
            var blank = text.indexOf(' ', end + 1);
            end = blank < 0 ? text.length() : blank;
        }
        return end == text.length() ? text : ended(text.substring(0, end));
    }

    private static String ended(String text) {
        var last = text.isEmpty() ? '.' : text.charAt(text.length() - 1);
        return switch (last) {
            case '.', '!', '?' -> text;
            case ',', ';', ':' -> text.substring(0, text.length() - 1) + ".";
            default -> text + ".";
        };
    }

    /** How many there are. */
    static int count(String text) {
        return text.isEmpty()
                ? 0
                : 1 + (int) text.chars().filter(character -> character == ' ').count();
    }
}

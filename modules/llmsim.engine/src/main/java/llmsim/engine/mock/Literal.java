package llmsim.engine.mock;

/**
 * Finds a text that whatever fits a regular expression must contain, upper and lower case apart. It reads only simple
 * expressions, and finds nothing where it is not sure.
 */
final class Literal {
    private static final int SHORTEST = 3;
    private static final String CLASSES = "dDwWsSbB";

    private final String pattern;
    private String longest = "";
    private StringBuilder run = new StringBuilder();
    private int at;

    private Literal(String pattern) {
        this.pattern = pattern;
    }

    /** The longest such text; empty if there is none of at least {@value #SHORTEST} characters. */
    static String in(String pattern) {
        var plain = pattern.startsWith("(?i)") ? pattern.substring(4) : pattern;
        var found =
                plain.contains("|") || plain.contains("(?") || plain.contains("\\Q") ? "" : new Literal(plain).find();
        return found.length() < SHORTEST ? "" : found;
    }

    private String find() {
        while (at < pattern.length()) {
            var character = pattern.charAt(at++);
            switch (character) {
                case '\\' -> {
                    if (!escape()) {
                        return "";
                    }
                }
                case '?', '*', '{' -> {
                    dropLast();
                    end();
                    return longest;
                }
                case '(', '[' -> {
                    end();
                    return longest;
                }
                case '.', '^', '$', '+', ')' -> end();
                default -> run.append(character);
            }
        }
        end();
        return longest;
    }

    /** False if it is an escape whose meaning is not known here. */
    private boolean escape() {
        if (at == pattern.length()) {
            return false;
        }
        var escaped = pattern.charAt(at++);
        if (CLASSES.indexOf(escaped) >= 0) {
            end();
            return true;
        }
        run.append(escaped);
        return !Character.isLetterOrDigit(escaped);
    }

    /** What is repeated may be there no time at all. */
    private void dropLast() {
        if (!run.isEmpty()) {
            run.setLength(run.offsetByCodePoints(run.length(), -1));
        }
    }

    private void end() {
        if (run.length() > longest.length()) {
            longest = run.toString();
        }
        run = new StringBuilder();
    }
}

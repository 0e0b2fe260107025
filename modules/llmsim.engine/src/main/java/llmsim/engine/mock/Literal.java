package llmsim.engine.mock;

/**
 * Finds a text that whatever fits a regular expression must contain, upper and lower case apart. It looks only at what
 * stands outside of groups and classes, and finds nothing where it is not sure.
 */
final class Literal {
    private static final int SHORTEST = 3;
    private static final String CLASSES = "dDwWsSbB";

    private final String pattern;
    private final StringBuilder run = new StringBuilder();
    private String longest = "";
    private int at;

    private Literal(String pattern) {
        this.pattern = pattern;
    }

    /** The longest such text; empty if there is none of at least {@value #SHORTEST} characters. */
    static String in(String pattern) {
        var plain = pattern.startsWith("(?i)") ? pattern.substring(4) : pattern;
        var sure =
                !plain.contains("\\Q") && !plain.replaceAll("\\(\\?[:=!>]", "").contains("(?");
        var found = sure ? new Literal(plain).find() : "";
        return found.length() < SHORTEST ? "" : found;
    }

    private String find() {
        while (at < pattern.length()) {
            if (!take(pattern.charAt(at++))) {
                return "";
            }
        }
        end();
        return longest;
    }

    /** False if it cannot be sure of anything. */
    private boolean take(char character) {
        switch (character) {
            case '|', ')', ']', '}' -> {
                return false;
            }
            case '\\' -> {
                return escape();
            }
            case '(' -> {
                end();
                return skipGroup();
            }
            case '[' -> {
                end();
                return skipClass();
            }
            case '?', '*' -> dropLast();
            case '{' -> {
                dropLast();
                return skipTo('}');
            }
            case '.', '^', '$', '+' -> end();
            default -> run.append(character);
        }
        return true;
    }

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

    private boolean skipGroup() {
        for (var depth = 1; depth > 0; ) {
            if (at == pattern.length()) {
                return false;
            }
            switch (pattern.charAt(at++)) {
                case '(' -> depth++;
                case ')' -> depth--;
                case '\\' -> at = Math.min(at + 1, pattern.length());
                case '[' -> {
                    if (!skipClass()) {
                        return false;
                    }
                }
                default -> {}
            }
        }
        return true;
    }

    /** Only a class of plain characters. */
    private boolean skipClass() {
        var end = pattern.indexOf(']', at);
        if (end <= at) {
            return false;
        }
        var inside = pattern.substring(at, end);
        at = end + 1;
        return !inside.contains("[") && !inside.contains("\\") && !inside.contains("&&") && !inside.equals("^");
    }

    private boolean skipTo(char closing) {
        at = pattern.indexOf(closing, at) + 1;
        return at > 0;
    }

    /** What is repeated may be there no time at all. */
    private void dropLast() {
        if (!run.isEmpty()) {
            run.setLength(run.offsetByCodePoints(run.length(), -1));
        }
        end();
    }

    private void end() {
        if (run.length() > longest.length()) {
            longest = run.toString();
        }
        run.setLength(0);
    }
}

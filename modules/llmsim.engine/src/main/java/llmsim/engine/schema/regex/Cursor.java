package llmsim.engine.schema.regex;

/** Where the reading of a regular expression stands. Not thread-safe. */
final class Cursor {
    private static final int END = -1;

    private final int[] points;
    private int at;

    Cursor(String text) {
        points = text.codePoints().toArray();
    }

    boolean atEnd() {
        return at == points.length;
    }

    /** The next character without taking it, -1 at the end. */
    int peek() {
        return peek(0);
    }

    int peek(int ahead) {
        return at + ahead < points.length ? points[at + ahead] : END;
    }

    int next() {
        if (atEnd()) {
            throw new RegexException("it ends too early");
        }
        return points[at++];
    }

    /** Takes a text if it comes next. */
    boolean take(String expected) {
        if (!comes(expected)) {
            return false;
        }
        at += expected.length();
        return true;
    }

    boolean comes(String expected) {
        for (var i = 0; i < expected.length(); i++) {
            if (peek(i) != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    void require(String expected) {
        if (!take(expected)) {
            throw new RegexException("'" + expected + "' is missing");
        }
    }

    /** Everything up to a mark, which is taken too. */
    String until(char mark) {
        var text = new StringBuilder();
        for (var point = next(); point != mark; point = next()) {
            text.appendCodePoint(point);
        }
        return text.toString();
    }

    int hexadecimal(int digits) {
        var value = 0;
        for (var i = 0; i < digits; i++) {
            var digit = Character.digit(next(), 16);
            if (digit < 0) {
                throw new RegexException("an escape lacks its hexadecimal digits");
            }
            value = value * 16 + digit;
        }
        return value;
    }

    int position() {
        return at;
    }

    void back(int position) {
        at = position;
    }
}

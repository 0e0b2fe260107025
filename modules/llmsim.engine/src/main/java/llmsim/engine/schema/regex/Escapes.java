package llmsim.engine.schema.regex;

import java.util.Map;
import java.util.Optional;

/** What stands behind a backslash. */
final class Escapes {
    private static final Map<Integer, Integer> CONTROLS = Map.of(
            (int) 'n',
            (int) '\n',
            (int) 'r',
            (int) '\r',
            (int) 't',
            (int) '\t',
            (int) 'f',
            (int) '\f',
            (int) 'v',
            0x0B,
            (int) '0',
            0);

    private Escapes() {}

    /** A class such as {@code \d}, if one comes next; the backslash was taken. */
    static Optional<CharacterSet> classOf(Cursor cursor) {
        var set = switch (cursor.peek()) {
            case 'd' -> CharacterClasses.DIGIT;
            case 'D' -> CharacterClasses.DIGIT.negated();
            case 'w' -> CharacterClasses.WORD;
            case 'W' -> CharacterClasses.WORD.negated();
            case 's' -> CharacterClasses.SPACE;
            case 'S' -> CharacterClasses.SPACE.negated();
            default -> null;
        };
        if (set != null) {
            cursor.next();
            return Optional.of(set);
        }
        return property(cursor);
    }

    private static Optional<CharacterSet> property(Cursor cursor) {
        if (cursor.take("p{")) {
            return Optional.of(CharacterClasses.category(cursor.until('}')));
        }
        if (cursor.take("P{")) {
            return Optional.of(CharacterClasses.category(cursor.until('}')).negated());
        }
        return Optional.empty();
    }

    /** A single character; the backslash was taken. */
    static int character(Cursor cursor) {
        var point = cursor.next();
        return switch (point) {
            case 'x' -> cursor.hexadecimal(2);
            case 'u' -> unicode(cursor);
            case 'c' -> cursor.next() % 32;
            case 'n', 'r', 't', 'f', 'v', '0' -> CONTROLS.getOrDefault(point, point);
            default -> itself(point);
        };
    }

    private static int unicode(Cursor cursor) {
        if (cursor.take("{")) {
            return codePoint(cursor.until('}'));
        }
        var first = cursor.hexadecimal(4);
        if (Character.isHighSurrogate((char) first) && cursor.take("\\u")) {
            return Character.toCodePoint((char) first, (char) cursor.hexadecimal(4));
        }
        return first;
    }

    private static int codePoint(String digits) {
        try {
            var point = Integer.parseInt(digits, 16);
            if (Character.isValidCodePoint(point)) {
                return point;
            }
        } catch (NumberFormatException notHexadecimal) {
            // Said below.
        }
        throw new RegexException("\\u{" + digits + "} is no character");
    }

    private static int itself(int point) {
        if (Character.isLetterOrDigit(point)) {
            throw new RegexException("\\" + Character.toString(point) + " is not supported");
        }
        return point;
    }
}

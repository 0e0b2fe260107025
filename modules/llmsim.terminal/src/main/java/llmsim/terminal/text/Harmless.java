package llmsim.terminal.text;

import dev.tamboui.text.CharWidth;
import java.text.Normalizer;

/**
 * Text from outside, made fit for a terminal: what would move the cursor, change the direction of writing or has no width
 * of its own does not reach it. What is left has one or two columns a character.
 */
public final class Harmless {
    private static final int LONGEST = 512;

    private Harmless() {}

    /**
     * The text with {@code unknown} for each character that cannot be shown, and no more than {@value #LONGEST} characters
     * of it.
     */
    public static String of(String text, char unknown) {
        var start = text.substring(0, Math.min(LONGEST, text.length()));
        var harmless = new StringBuilder();
        Normalizer.normalize(start, Normalizer.Form.NFC)
                .codePoints()
                .filter(point -> !isMark(point))
                .forEach(point -> harmless.appendCodePoint(isShown(point) ? point : unknown));
        return harmless.toString();
    }

    // Accents that have no letter of their own would pile up on the letter before.
    private static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.COMBINING_SPACING_MARK -> false;
            default -> CharWidth.of(point) > 0 && !isFlagLetter(point);
        };
    }

    // Two of them are one flag in some terminals, and two letters in others.
    private static boolean isFlagLetter(int point) {
        return point >= 0x1F1E6 && point <= 0x1F1FF;
    }
}

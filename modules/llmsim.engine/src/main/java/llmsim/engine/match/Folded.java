package llmsim.engine.match;

/** Texts in which upper and lower case are one. Each character by itself, so that a part of a text folds to a part. */
public final class Folded {
    private Folded() {}

    /** The text with its case folded; as many characters as before. */
    public static String of(String text) {
        var folded = text.toCharArray();
        for (var i = 0; i < folded.length; i++) {
            folded[i] = of(folded[i]);
        }
        return new String(folded);
    }

    private static char of(char character) {
        if (character < 128) {
            return character >= 'A' && character <= 'Z' ? (char) (character + 32) : character;
        }
        return Character.toLowerCase(Character.toUpperCase(character));
    }
}

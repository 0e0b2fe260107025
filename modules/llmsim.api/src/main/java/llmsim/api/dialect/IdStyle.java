package llmsim.api.dialect;

/** How a provider's ids look: a prefix, and so many characters of an alphabet. */
public record IdStyle(String prefix, Alphabet alphabet, int length) {
    private static final int USUAL_LENGTH = 29;

    /** The usual look: letters and digits behind a prefix, such as {@code chatcmpl-}. */
    public static IdStyle of(String prefix) {
        return new IdStyle(prefix, Alphabet.LETTERS_AND_DIGITS, USUAL_LENGTH);
    }

    /** Which characters stand behind the prefix. */
    public enum Alphabet {
        LETTERS_AND_DIGITS("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"),
        HEX("0123456789abcdef");

        private final String characters;

        Alphabet(String characters) {
            this.characters = characters;
        }

        /** All of them. */
        public String characters() {
            return characters;
        }
    }
}

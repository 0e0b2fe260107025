package llmsim.openai.error;

/** Numbers out of bounds. */
final class NumberWords {
    private NumberWords() {}

    static Explained below(String param, String actual, String minimum, boolean integer) {
        var kind = kind(integer);
        return FieldWords.invalid(
                param,
                kind + " below minimum value. Expected a value >= " + minimum + ", but got " + actual + " instead.",
                kind + "_below_min_value");
    }

    static Explained above(String param, String actual, String maximum, boolean integer) {
        var kind = kind(integer);
        return FieldWords.invalid(
                param,
                kind + " above maximum value. Expected a value <= " + maximum + ", but got " + actual + " instead.",
                kind + "_above_max_value");
    }

    private static String kind(boolean integer) {
        return integer ? "integer" : "decimal";
    }
}

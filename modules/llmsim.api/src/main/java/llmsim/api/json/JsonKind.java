package llmsim.api.json;

import tools.jackson.databind.JsonNode;

/** The kinds of JSON values, with whole and fractional numbers apart. */
public enum JsonKind {
    OBJECT("an object"),
    ARRAY("an array"),
    STRING("a string"),
    INTEGER("an integer"),
    DECIMAL("a decimal number"),
    BOOLEAN("a boolean"),
    NULL("null");

    private final String phrase;

    JsonKind(String phrase) {
        this.phrase = phrase;
    }

    /** The kind of a value. A number is an integer if it was written without fraction and exponent. */
    public static JsonKind of(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> OBJECT;
            case ARRAY -> ARRAY;
            case STRING -> STRING;
            case NUMBER -> value.isIntegralNumber() ? INTEGER : DECIMAL;
            case BOOLEAN -> BOOLEAN;
            case NULL, MISSING, BINARY, POJO -> NULL;
        };
    }

    /** In words, with article. */
    public String phrase() {
        return phrase;
    }
}

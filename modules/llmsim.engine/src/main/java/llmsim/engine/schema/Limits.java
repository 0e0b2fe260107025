package llmsim.engine.schema;

/**
 * How much a schema may ask for. They are well above what providers take (OpenAI: 5,000 properties, 10 levels, 1,000
 * enum members, 120,000 characters), and keep reading a hostile schema within some 50 ms.
 */
final class Limits {
    /** Objects and arrays inside each other in the schema's own JSON. */
    static final int DEPTH = 100;
    /** JSON values in the schema. */
    static final int VALUES = 20_000;
    /** Characters of all names and strings in the schema. */
    static final int TEXT = 400_000;
    /** Digits of a number before or behind its point. */
    static final int DIGITS = 400;
    /** Schemas that apply to the same value through each other, by references and {@code allOf} and the like. */
    static final int IN_PLACE = 60;
    /** Combinations of {@code anyOf}, {@code oneOf} and {@code if} at one place; of more, some are looked at. */
    static final int COMBINATIONS = 64;
    /** Nodes of a plan. */
    static final int NODES = 20_000;
    /** Steps of planning, and as many again for the first value. */
    static final int READING = 300_000;
    /** Steps of one value. */
    static final int DRAWING = 400_000;
    /** Characters of the smallest value. */
    static final int SMALLEST = 32_768;
    /** Objects and arrays inside each other in the smallest value. */
    static final int LEVELS = 100;
    /** Characters that a value may have above the smallest, but for those of its strings. */
    static final int ROOM = 2_000;

    private Limits() {}
}

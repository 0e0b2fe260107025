package llmsim.api.json;

/**
 * How large a JSON document may be in each direction, so that reading it costs no more than in proportion to its bytes.
 *
 * @param depth objects and arrays inside each other
 * @param values most values, names and brackets
 * @param numberLength most characters of a number
 * @param nameLength most characters of a field's name
 * @param stringLength most characters of a string
 */
public record JsonLimits(int depth, long values, int numberLength, int nameLength, int stringLength) {
    /** 200 levels, 2,000,000 values, numbers of 100, names of 10,000 and strings of 40 million characters. */
    public static final JsonLimits DEFAULT = new JsonLimits(200, 2_000_000, 100, 10_000, 40_000_000);
}

package llmsim.server.document;

/**
 * How much a document may hold.
 *
 * @param bytes of the file
 * @param depth lists and mappings inside each other
 * @param values all values together; what an alias repeats counts again
 * @param aliases whether YAML's anchors and aliases are read
 */
public record Limits(int bytes, int depth, int values, boolean aliases) {
    /** For a configuration: 1 MiB, 16 levels, 100,000 values, no aliases. */
    public static final Limits CONFIGURATION = new Limits(1 << 20, 16, 100_000, false);

    /** For data such as scripts: 16 MiB, 100 levels, a million values, with aliases. */
    public static final Limits DATA = new Limits(16 << 20, 100, 1_000_000, true);
}

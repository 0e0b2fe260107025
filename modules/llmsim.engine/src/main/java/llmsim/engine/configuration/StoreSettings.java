package llmsim.engine.configuration;

/**
 * Bounds of what is kept between exchanges; the oldest goes first.
 *
 * @param maxDocuments most documents, at least 1
 * @param maxBytes most bytes of all documents together, at least 1
 */
public record StoreSettings(int maxDocuments, long maxBytes) {
    /** Ten thousand documents, 64 MiB. */
    public static final StoreSettings DEFAULT = new StoreSettings(10_000, 64L << 20);

    public StoreSettings {
        if (maxDocuments < 1 || maxBytes < 1) {
            throw new IllegalArgumentException("a store has room for at least 1 document and 1 byte");
        }
    }
}

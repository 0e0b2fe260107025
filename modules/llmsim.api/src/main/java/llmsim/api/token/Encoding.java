package llmsim.api.token;

/**
 * Counts and splits texts by one token vocabulary. Thread-safe. Special tokens in a text are ordinary text. Every call
 * ends in bounded time for any text, however hostile: above a bound a count may be an estimate.
 */
public interface Encoding {
    /** Its name, such as {@code o200k_base}. */
    String name();

    /** Number of tokens of a text; 0 for the empty text. */
    int count(String text);

    /** The tokens of a text; their number is {@link #count}. */
    TokenSplit split(String text);
}

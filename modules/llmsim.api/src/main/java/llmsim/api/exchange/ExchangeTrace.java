package llmsim.api.exchange;

import llmsim.api.reply.Usage;

/**
 * Hears what becomes of one exchange.
 *
 * <p>Order: {@code admitted} unless it is refused; {@code began}, any number of {@code sent}, {@code wrote} and {@code
 * faulted}; one {@code ended}, and after it only {@code sent} of the last bytes. Called by one thread at a time; must be
 * quick and must not throw.
 */
public interface ExchangeTrace {
    /** Does not listen. */
    ExchangeTrace NONE = new ExchangeTrace() {};

    /** It passed all gates. */
    default void admitted() {}

    /**
     * A fault was put into it on purpose; most exchanges have none, and what a fault does to the outcome {@link #ended}
     * says.
     *
     * @param fault its name, such as {@code reset}
     */
    default void faulted(String fault) {}

    /**
     * The head of the answer is about to leave.
     *
     * @param status of HTTP
     */
    default void began(int status, Headers headers) {}

    /** Bytes of the answer's body are about to leave; the array is used again. */
    default void sent(byte[] bytes, int offset, int length) {}

    /**
     * A frame was handed to the socket; those of the end are about to be.
     *
     * @param dueNanos when it should have been
     * @param atNanos when it was
     * @param tokens completion tokens in it
     */
    default void wrote(long dueNanos, long atNanos, int tokens) {}

    /**
     * It is over: said just before the end of the answer leaves, so that whoever has it finds it counted.
     *
     * @param usage what was really sent, the end among it, down to the last token
     * @param atNanos when
     */
    default void ended(Outcome outcome, Usage usage, long atNanos) {}
}

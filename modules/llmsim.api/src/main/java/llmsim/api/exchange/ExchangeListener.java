package llmsim.api.exchange;

import llmsim.api.problem.Problem;
import llmsim.api.reply.Usage;

/**
 * Hears what becomes of every exchange: statistics, journal, recorder.
 *
 * <p>Order: {@code admitted}, any number of {@code wrote} and {@code faulted}, one {@code ended}; or only {@code
 * refused}, with {@code faulted} before it if that was on purpose. Called on the
 * exchange's own thread, many at once; must be quick and must not throw.
 */
public interface ExchangeListener {
    /** It passed all gates. */
    default void admitted(Exchange exchange) {}

    /** It did not pass, or never became an exchange because it could not be parsed. */
    default void refused(Exchange exchange, Problem problem) {}

    /**
     * A frame was handed to the socket; those of the end are about to be.
     *
     * @param dueNanos when it should have been
     * @param atNanos when it was
     * @param tokens completion tokens in it
     */
    default void wrote(Exchange exchange, long dueNanos, long atNanos, int tokens) {}

    /**
     * A fault was put into it on purpose; most exchanges have none, and what a fault does to the outcome {@link #ended}
     * says.
     *
     * @param fault its name, such as {@code reset}
     */
    default void faulted(Exchange exchange, String fault) {}

    /**
     * It is over: said just before the end of the answer leaves, so that whoever has it finds it counted.
     *
     * @param usage what was really sent, the end among it, down to the last token
     * @param atNanos when
     */
    default void ended(Exchange exchange, Outcome outcome, Usage usage, long atNanos) {}
}

package llmsim.engine.journal;

import java.util.List;
import java.util.Optional;
import llmsim.engine.match.Match;

/**
 * What somebody expects to have been asked.
 *
 * @param among only these requests are looked at
 * @param count how many of them fit; empty if that does not matter
 * @param order requests that fit these have come in this order, others between them or not; empty if that does not matter
 */
public record Expectation(Filter among, Optional<Count> count, List<Match> order) {
    public Expectation {
        order = List.copyOf(order);
    }

    /**
     * How many requests fit.
     *
     * @param least 0 or more
     * @param most at least as many
     */
    public record Count(Match match, long least, long most) {
        public Count {
            if (least < 0 || most < least) {
                throw new IllegalArgumentException("no number is between " + least + " and " + most);
            }
        }
    }

    /** At least one request fits. */
    public static Expectation some(Match match) {
        return between(match, 1, Long.MAX_VALUE);
    }

    /** So many requests fit. */
    public static Expectation exactly(Match match, long number) {
        return between(match, number, number);
    }

    /** So many requests fit. */
    public static Expectation between(Match match, long least, long most) {
        return new Expectation(Filter.ALL, Optional.of(new Count(match, least, most)), List.of());
    }

    /** Requests came in this order. */
    public static Expectation inOrder(List<Match> matches) {
        return new Expectation(Filter.ALL, Optional.empty(), matches);
    }

    /** The same among fewer requests. */
    public Expectation among(Filter fewer) {
        return new Expectation(fewer, count, order);
    }
}

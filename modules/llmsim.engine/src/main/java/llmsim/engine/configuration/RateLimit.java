package llmsim.engine.configuration;

import llmsim.api.problem.Period;
import llmsim.api.problem.Quantity;

/**
 * One rate limit: so many of something in a period. All of it can be taken at once; it comes back evenly, all the time.
 *
 * @param limit from 1 to {@value #MOST}
 */
public record RateLimit(Quantity quantity, Period period, long limit) {
    /** The greatest limit. */
    public static final long MOST = 10_000_000_000L;

    public RateLimit {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a rate limit is from 1 to " + MOST + ", not " + limit);
        }
    }

    /** Whether another one limits the same. */
    public boolean sameAs(RateLimit other) {
        return quantity == other.quantity && period == other.period;
    }
}

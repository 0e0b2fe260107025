package llmsim.engine.limit;

import java.time.Duration;
import llmsim.api.exchange.LimitState;
import llmsim.engine.configuration.RateLimit;

/** What is to be told of one bucket. */
record Standing(RateLimit rate, long limit, long remaining, long untilWhole) {
    static Standing of(Bucket bucket, double share, long nanos) {
        var limit = bucket.scale().limit(share);
        return new Standing(bucket.scale().rate(), limit, remaining(bucket, limit, nanos), bucket.untilWhole(nanos));
    }

    static long remaining(Bucket bucket, long limit, long nanos) {
        var scale = bucket.scale();
        return scale.amount(Math.max(0, scale.capacity() - bucket.taken(nanos)), limit);
    }

    /**
     * The one of two limits on the same quantity that is told: one that has nothing left before one that has; else the
     * one that is whole last, as OpenAI tells of 10,000 requests a day beside 500 a minute; of two whole ones that of
     * the longer period, else the smaller.
     */
    Standing orRather(Standing other) {
        if ((remaining == 0) != (other.remaining == 0)) {
            return remaining == 0 ? this : other;
        }
        if (untilWhole != other.untilWhole) {
            return untilWhole > other.untilWhole ? this : other;
        }
        var longer = rate.period().compareTo(other.rate.period());
        return longer > 0 || (longer == 0 && limit <= other.limit) ? this : other;
    }

    LimitState.Window window() {
        return new LimitState.Window(limit, remaining, Duration.ofNanos(untilWhole));
    }
}

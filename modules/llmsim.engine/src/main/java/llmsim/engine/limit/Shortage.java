package llmsim.engine.limit;

import java.time.Duration;
import java.util.Optional;
import llmsim.api.problem.Problem;
import llmsim.engine.configuration.RateLimit;

/**
 * A limit that has not enough for a request.
 *
 * @param nanos until it has; {@link Long#MAX_VALUE} for a request that is larger than the limit itself
 */
record Shortage(RateLimit rate, long limit, long used, long requested, long nanos) {
    private static final long MILLI = 1_000_000;

    static Optional<Shortage> of(Bucket bucket, Demand demand, double share, long nanos) {
        var scale = bucket.scale();
        var limit = scale.limit(share);
        var requested = demand.of(scale.rate().quantity());
        if (requested > limit) {
            return Optional.of(
                    new Shortage(scale.rate(), limit, used(bucket, limit, nanos), requested, Long.MAX_VALUE));
        }
        var units = scale.units(requested, limit);
        return bucket.has(units, nanos)
                ? Optional.empty()
                : Optional.of(new Shortage(
                        scale.rate(), limit, used(bucket, limit, nanos), requested, bucket.until(units, nanos)));
    }

    private static long used(Bucket bucket, long limit, long nanos) {
        return limit - Standing.remaining(bucket, limit, nanos);
    }

    /** The one that lasts longer; the first of equals. */
    static Optional<Shortage> worse(Optional<Shortage> first, Optional<Shortage> second) {
        return first.isEmpty() || (second.isPresent() && second.get().nanos > first.get().nanos) ? second : first;
    }

    /** In whole milliseconds, rounded up, as providers say it: who waits so long has waited long enough. */
    Problem problem(String model) {
        var advice = nanos == Long.MAX_VALUE ? Duration.ZERO : Duration.ofMillis(Math.ceilDiv(nanos, MILLI));
        return new Problem.RateLimited(model, rate.quantity(), rate.period(), limit, used, requested, advice);
    }
}

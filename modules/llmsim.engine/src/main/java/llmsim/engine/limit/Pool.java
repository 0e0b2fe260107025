package llmsim.engine.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import llmsim.api.problem.Quantity;

/** The buckets of one plan for one of those who have limits of their own. All methods need its lock. */
final class Pool {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Bucket> buckets;
    private int reservations;
    private boolean forgotten;

    Pool(Plan plan) {
        buckets = plan.scales().stream().map(Bucket::new).toList();
    }

    /** Takes its lock; {@link #leave} gives it back. */
    void enter() {
        lock.lock();
    }

    /** Takes its lock if nobody has it. */
    boolean tryEnter() {
        return lock.tryLock();
    }

    void leave() {
        lock.unlock();
    }

    List<Bucket> buckets() {
        return buckets;
    }

    /** Whether it is no longer the pool of anybody. */
    boolean forgotten() {
        return forgotten;
    }

    /** Whether it is like a new one: every bucket is whole, and no reservation is open. */
    boolean likeNew(long nanos) {
        if (reservations > 0) {
            return false;
        }
        for (var bucket : buckets) {
            if (bucket.taken(nanos) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Gives it up if it is like new. */
    boolean forget(long nanos) {
        forgotten = forgotten || likeNew(nanos);
        return forgotten;
    }

    /** What of it has not enough for this demand, and has it last. */
    Optional<Shortage> shortage(Demand demand, double share, long nanos) {
        Optional<Shortage> worst = Optional.empty();
        for (var bucket : buckets) {
            worst = Shortage.worse(worst, Shortage.of(bucket, demand, share, nanos));
        }
        return worst;
    }

    /** Takes what is demanded; it must be there. */
    Reservation take(Demand demand, double share, long nanos) {
        var taken = new ArrayList<Reservation.Part>(buckets.size());
        for (var bucket : buckets) {
            var scale = bucket.scale();
            var quantity = scale.rate().quantity();
            var limit = scale.limit(share);
            var units = scale.units(demand.of(quantity), limit);
            if (quantity == Quantity.REQUESTS) {
                bucket.take(units, nanos);
            } else {
                taken.add(new Reservation.Part(bucket, bucket.reserve(units, nanos), limit));
            }
        }
        reservations += taken.isEmpty() ? 0 : 1;
        return new Reservation(this, taken);
    }

    void settle(List<Reservation.Part> parts, Demand used, long nanos) {
        for (var part : parts) {
            var scale = part.bucket().scale();
            var units = scale.units(used.of(scale.rate().quantity()), part.limit());
            part.bucket().settle(part.reserved(), units, nanos);
        }
        reservations -= parts.isEmpty() ? 0 : 1;
    }
}

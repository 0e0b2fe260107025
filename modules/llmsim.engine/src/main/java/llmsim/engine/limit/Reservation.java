package llmsim.engine.limit;

import java.util.List;
import llmsim.engine.limit.Bucket.Reserved;

/** What one request took of one pool, until it is settled. */
final class Reservation {
    private final Pool pool;
    private final List<Part> parts;
    private boolean settled;

    Reservation(Pool pool, List<Part> parts) {
        this.pool = pool;
        this.parts = parts;
    }

    /**
     * What it took of one bucket.
     *
     * @param limit what the limit was then
     */
    record Part(Bucket bucket, Reserved reserved, long limit) {}

    /** Settles it; a second time does nothing. */
    void settle(Demand used, long nanos) {
        if (parts.isEmpty()) {
            return;
        }
        pool.enter();
        try {
            if (!settled) {
                settled = true;
                pool.settle(parts, used, nanos);
            }
        } finally {
            pool.leave();
        }
    }
}

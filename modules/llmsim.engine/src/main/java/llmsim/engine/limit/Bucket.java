package llmsim.engine.limit;

import org.jspecify.annotations.Nullable;

/**
 * What has been taken of one limit. It is a moment, in units of time: the one in which the bucket will be whole again,
 * so that a whole bucket is like a new one. Reservations that are not settled stand in a list, with what came after
 * each, so that one that turns out smaller leaves the bucket exactly as if only that had been taken in the first place;
 * what would have run over then does not come back. Used under the lock of its {@link Pool}.
 */
final class Bucket {
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final Scale scale;
    private long whole;
    private @Nullable Reserved first;
    private @Nullable Reserved last;

    Bucket(Scale scale) {
        this.scale = scale;
    }

    /**
     * One reservation, and the settled ones between it and the next: taking x at a time t makes of the moment w the
     * later one of w + x and t + x; several in a row make of it the later one of w + sum and least.
     */
    static final class Reserved {
        private final long at;
        private final long units;
        private long before;
        private long sum;
        private long least = NEVER;
        private boolean forgotten;
        private @Nullable Reserved previous;
        private @Nullable Reserved next;

        private Reserved(long at, long units, long before) {
            this.at = at;
            this.units = units;
            this.before = before;
        }

        private void follow(long moreSum, long otherLeast) {
            least = Math.max(least + moreSum, otherLeast);
            sum += moreSum;
        }

        private long after() {
            return Math.max(taken(before, units, at) + sum, least);
        }
    }

    Scale scale() {
        return scale;
    }

    /** Units that are taken now. */
    long taken(long nanos) {
        return Math.max(0, whole - scale.floorTime(nanos));
    }

    /** Nanoseconds until the bucket is whole. */
    long untilWhole(long nanos) {
        return Math.max(0, scale.nanosAt(whole) - nanos);
    }

    /** Whether so many units can be taken now. */
    boolean has(long units, long nanos) {
        return taken(nanos) <= scale.capacity() - units;
    }

    /** Nanoseconds until so many units can be taken, if nobody else takes any; not more than the capacity. */
    long until(long units, long nanos) {
        return Math.max(0, scale.nanosAt(Math.max(0, whole + units - scale.capacity())) - nanos);
    }

    /** Takes units for good. */
    void take(long units, long nanos) {
        var at = scale.ceilTime(nanos);
        forgetIfWhole(nanos);
        whole = taken(whole, units, at);
        if (last != null && units > 0) {
            last.follow(units, at + units);
        }
    }

    /** Takes units of which some may come back. */
    Reserved reserve(long units, long nanos) {
        forgetIfWhole(nanos);
        var reserved = new Reserved(scale.ceilTime(nanos), units, whole);
        whole = taken(whole, units, reserved.at);
        if (last == null) {
            first = reserved;
        } else {
            last.next = reserved;
            reserved.previous = last;
        }
        last = reserved;
        return reserved;
    }

    /** Makes of a reservation what was used. Once for each. */
    void settle(Reserved reserved, long used, long nanos) {
        if (reserved.forgotten) {
            take(Math.max(0, used - reserved.units), nanos);
            return;
        }
        var least = used == 0 ? reserved.least : Math.max(reserved.at + used + reserved.sum, reserved.least);
        var sum = used + reserved.sum;
        var then = Math.max(reserved.before + sum, least);
        if (reserved.previous != null) {
            reserved.previous.follow(sum, least);
        }
        unlink(reserved);
        replay(reserved.next, then);
    }

    private void replay(@Nullable Reserved from, long moment) {
        var then = moment;
        for (var each = from; each != null; each = each.next) {
            if (each.before == then) {
                return;
            }
            each.before = then;
            then = each.after();
        }
        whole = then;
    }

    private void unlink(Reserved reserved) {
        if (reserved.previous == null) {
            first = reserved.next;
        } else {
            reserved.previous.next = reserved.next;
        }
        if (reserved.next == null) {
            last = reserved.previous;
        } else {
            reserved.next.previous = reserved.previous;
        }
    }

    /** What was reserved before the bucket was whole changes nothing any more, however little of it is used. */
    private void forgetIfWhole(long nanos) {
        if (first != null && whole <= scale.floorTime(nanos)) {
            for (var each = first; each != null; each = each.next) {
                each.forgotten = true;
            }
            first = null;
            last = null;
        }
    }

    private static long taken(long whole, long units, long at) {
        return units == 0 ? whole : Math.max(whole, at) + units;
    }
}

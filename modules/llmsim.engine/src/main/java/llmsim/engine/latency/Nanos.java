package llmsim.engine.latency;

import java.time.Duration;

/** Arithmetic with times of profiles, in ns, which may be anything: a plugin made them. */
final class Nanos {
    private static final long DAY = Duration.ofDays(1).toNanos();

    private Nanos() {}

    /** A time that can be added up: negative is 0, and none is longer than a day. */
    static long bounded(long nanos) {
        return Math.clamp(nanos, 0, DAY);
    }

    /** A time multiplied by a factor from 0; a negative one is 0. */
    static long times(double factor, long nanos) {
        return Math.round(Math.max(0, nanos) * factor);
    }
}

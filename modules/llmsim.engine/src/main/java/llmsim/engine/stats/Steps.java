package llmsim.engine.stats;

import java.util.Arrays;

/**
 * The steps of all histograms: twenty in each power of ten, from a microsecond to some three hours, each at most a
 * seventh above the one before. Round numbers, so that the usual bounds of Prometheus are among them and its counts exact.
 */
final class Steps {
    private static final long[] IN_A_DECADE = {
        100, 110, 125, 140, 160, 180, 200, 220, 250, 280, 320, 360, 400, 450, 500, 560, 630, 710, 800, 900
    };
    private static final int DECADES = 10;
    private static final long[] BOUNDS = bounds();

    private Steps() {}

    /** How many steps there are; what is above the last one has none. */
    static int number() {
        return BOUNDS.length;
    }

    /** The first step whose bound is not below the time; {@link #number} if none is. */
    static int of(long nanos) {
        var found = Arrays.binarySearch(BOUNDS, nanos);
        return found < 0 ? -found - 1 : found;
    }

    /** The upper bound of a step, which is part of it, in nanoseconds. */
    static long bound(int step) {
        return BOUNDS[step];
    }

    private static long[] bounds() {
        var bounds = new long[DECADES * IN_A_DECADE.length];
        var scale = 10L;
        for (var i = 0; i < bounds.length; i++) {
            bounds[i] = scale * IN_A_DECADE[i % IN_A_DECADE.length];
            scale *= i % IN_A_DECADE.length == IN_A_DECADE.length - 1 ? 10 : 1;
        }
        return bounds;
    }
}

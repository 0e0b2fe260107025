package llmsim.terminal.history;

import llmsim.engine.stats.StatisticsSnapshot;

/** How far the counters were at a moment. */
record Mark(long atNanos, long requests, long tokens) {
    private static final double NANOS = 1e9;

    static Mark of(StatisticsSnapshot statistics, long atNanos) {
        return new Mark(atNanos, statistics.totalRequests(), statistics.completionTokens());
    }

    /** What went by a second since an earlier mark. Counters that went back began anew: then all of them is new. */
    Pace since(Mark earlier) {
        var seconds = Math.max(atNanos - earlier.atNanos, 1) / NANOS;
        return new Pace(grown(earlier.requests, requests) / seconds, grown(earlier.tokens, tokens) / seconds);
    }

    private static long grown(long from, long to) {
        return to >= from ? to - from : to;
    }
}

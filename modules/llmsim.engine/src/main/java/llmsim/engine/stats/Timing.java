package llmsim.engine.stats;

import java.util.Locale;

/**
 * Whether answers come when they should.
 *
 * @param verdict in a word
 * @param reason of the verdict, in a sentence
 * @param lag milliseconds between the moment at which a frame was due and the one at which it was written, over the last
 *     minute
 */
record Timing(Verdict verdict, String reason, StatisticsSnapshot.ScheduleLag lag) {
    /** Past this, clients would take the delays of the simulator for those of a model. */
    private static final double MOST_MS = 20;

    enum Verdict {
        OK,
        DEGRADED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Timing of(Times late) {
        var p99 = late.quantile(0.99).orElse(0);
        var lag = new StatisticsSnapshot.ScheduleLag(
                late.quantile(0.5).orElse(0), p99, Math.round(late.greatestNanos() / 1_000.0) / 1_000.0);
        return new Timing(p99 > MOST_MS ? Verdict.DEGRADED : Verdict.OK, reason(late, p99), lag);
    }

    private static String reason(Times late, double p99) {
        if (late.number() == 0) {
            return "nothing was written in the last minute";
        }
        var measured = "99 % of " + late.number() + " writes of the last minute were at most " + p99 + " ms late";
        return p99 > MOST_MS
                ? measured + ", more than " + MOST_MS + " ms: the machine is too busy, or clients read too slowly"
                : measured;
    }
}

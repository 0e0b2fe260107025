package llmsim.terminal.picture;

import llmsim.engine.stats.StatisticsSnapshot;

/** Whether answers come when they should. */
final class Timing {
    private static final String OK = "ok";

    private Timing() {}

    static boolean isOk(StatisticsSnapshot statistics) {
        return statistics.timing().equals(OK);
    }

    static Tone tone(StatisticsSnapshot statistics) {
        return isOk(statistics) ? Tone.PLAIN : Tone.WARNING;
    }
}

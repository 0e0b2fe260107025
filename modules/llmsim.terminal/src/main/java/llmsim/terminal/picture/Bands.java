package llmsim.terminal.picture;

import dev.tamboui.layout.Rect;
import llmsim.engine.stats.StatisticsSnapshot;
import llmsim.terminal.shown.Shown;
import llmsim.terminal.text.Numbers;

/** The first row and the last. */
final class Bands {
    private static final String KEYS = "q quit   p pause   r redraw   ? help";
    private static final String FEWER_KEYS = "? help";
    private static final int GAP = 3;

    private Bands() {}

    static void header(Shown shown, Rect row, Pen pen) {
        var inside = Places.left(Places.fromLeft(row, 1), row.width() - 2);
        var state = state(shown, pen.look());
        var uptime = shown.statistics()
                .map(statistics -> "up " + Numbers.duration(statistics.uptimeSecs()) + "   ")
                .orElse("");
        var program = shown.title().program();
        pen.left(inside, program, Tone.HEADING);
        pen.right(inside, state.text(), state.tone());
        var before = Places.left(inside, inside.width() - state.text().length());
        pen.right(before, uptime, Tone.LABEL);
        var between = Places.left(before, before.width() - uptime.length() - 1);
        pen.left(Places.fromLeft(between, program.length() + 2), shown.title().address(), Tone.PLAIN);
    }

    private record State(String text, Tone tone) {}

    private static State state(Shown shown, Look look) {
        if (shown.lost().isPresent()) {
            return new State(look.dot() + " lost", Tone.BAD);
        }
        if (shown.paused()) {
            return new State(look.dot() + " paused", Tone.WARNING);
        }
        return shown.statistics()
                .map(statistics -> Timing.isOk(statistics)
                        ? new State(look.dot() + " serving", Tone.GOOD)
                        : new State(look.dot() + " timing degraded", Tone.WARNING))
                .orElseGet(() -> new State(look.dot() + " waiting", Tone.WARNING));
    }

    static void footer(Shown shown, Rect row, Pen pen) {
        var inside = Places.left(Places.fromLeft(row, 1), row.width() - 2);
        shown.lost()
                .ifPresentOrElse(
                        why -> pen.left(inside, "The server " + why + "; trying again. q quit", Tone.BAD),
                        () -> keys(shown, inside, pen));
    }

    private static void keys(Shown shown, Rect inside, Pen pen) {
        var reason = shown.statistics()
                .filter(statistics -> !Timing.isOk(statistics))
                .map(StatisticsSnapshot::timingReason)
                .orElse("");
        var keys = KEYS.length() + GAP + reason.length() <= inside.width() || reason.isEmpty() ? KEYS : FEWER_KEYS;
        pen.left(inside, keys, Tone.LABEL);
        pen.right(Places.fromLeft(inside, keys.length() + GAP), reason, Tone.WARNING);
    }
}

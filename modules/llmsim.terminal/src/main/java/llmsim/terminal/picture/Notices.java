package llmsim.terminal.picture;

import dev.tamboui.layout.Rect;
import java.util.List;
import llmsim.terminal.shown.Shown;

/** What is shown instead of numbers, or above them. */
final class Notices {
    private static final List<List<String>> KEYS = List.of(
            List.of("q", "quit; a server that this dashboard belongs to stops, as with Ctrl-C"),
            List.of("p", "pause: the numbers stand still; again: they go on"),
            List.of("r", "read the numbers and redraw the screen at once"),
            List.of("?", "this help; any key closes it"));

    private Notices() {}

    static void tooSmall(Rect all, Pen pen) {
        var middle = all.height() / 2;
        pen.middle(Places.row(all, Math.max(0, middle - 1)), "too small", Tone.WARNING);
        pen.middle(
                Places.row(all, middle),
                all.width() + "x" + all.height() + ", not " + Picture.LEAST_WIDTH + "x" + Picture.LEAST_HEIGHT,
                Tone.PLAIN);
        pen.middle(Places.row(all, middle + 1), "q quit", Tone.LABEL);
    }

    static void waiting(Shown shown, Rect middle, Pen pen) {
        var text = shown.lost().map(why -> "The server " + why).orElse("Waiting for the first numbers");
        pen.middle(Places.row(middle, middle.height() / 2), text, Tone.LABEL);
    }

    static void help(Rect all, Pen pen) {
        var width = Math.min(all.width() - 2, 76);
        var height = KEYS.size() + 2;
        var place = new Rect(all.x() + (all.width() - width) / 2, all.y() + (all.height() - height) / 2, width, height);
        pen.buffer().clear(place);
        var inside = pen.framed(place, "keys");
        for (var i = 0; i < KEYS.size(); i++) {
            pen.left(Places.row(inside, i), KEYS.get(i).getFirst(), Tone.HEADING);
            pen.left(Places.fromLeft(Places.row(inside, i), 3), KEYS.get(i).getLast(), Tone.PLAIN);
        }
    }
}

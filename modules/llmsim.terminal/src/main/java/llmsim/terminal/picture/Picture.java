package llmsim.terminal.picture;

import dev.tamboui.buffer.Buffer;
import dev.tamboui.layout.Rect;
import llmsim.terminal.shown.Shown;

/**
 * The whole dashboard. From {@value #LEAST_WIDTH} columns and {@value #LEAST_HEIGHT} rows on; what has less room than it
 * needs is left out: first the log, then the lines over time.
 */
public record Picture(Look look) {
    static final int LEAST_WIDTH = 60;
    static final int LEAST_HEIGHT = 16;

    private static final int WIDE = 160;
    private static final int NUMBERS = 8;

    /** Draws into an empty buffer. */
    public void draw(Shown shown, Buffer buffer) {
        var pen = new Pen(buffer, look);
        var all = buffer.area();
        if (all.width() < LEAST_WIDTH || all.height() < LEAST_HEIGHT) {
            Notices.tooSmall(all, pen);
            return;
        }
        Bands.header(shown, Places.row(all, 0), pen);
        Bands.footer(shown, Places.row(all, all.height() - 1), pen);
        var middle = new Rect(all.x(), all.y() + 1, all.width(), all.height() - 2);
        shown.statistics()
                .ifPresentOrElse(
                        statistics -> parts(new Parts(shown, statistics), middle, pen),
                        () -> Notices.waiting(shown, middle, pen));
        if (shown.help()) {
            Notices.help(all, pen);
        }
    }

    private static void parts(Parts parts, Rect middle, Pen pen) {
        var heights = Heights.of(middle.height(), !parts.shown().log().isEmpty());
        var rows = Places.rows(middle, NUMBERS, heights.spark(), heights.names(), heights.log());
        if (middle.width() >= WIDE) {
            side(
                    rows.get(0),
                    pen,
                    new int[] {1, 1, 1, 2},
                    parts.requests(),
                    parts.tokens(),
                    parts.errors(),
                    parts.times());
            side(rows.get(2), pen, new int[] {2, 1, 1}, parts.models(), parts.faults(), parts.limits());
        } else {
            side(rows.get(0), pen, new int[] {19, 19, 42}, parts.requests(), parts.tokens(), parts.times());
            side(rows.get(2), pen, new int[] {38, 19, 23}, parts.models(), parts.errors(), parts.faultsAndLimits());
        }
        side(rows.get(1), pen, new int[] {1, 1}, parts.requestsOverTime(), parts.tokensOverTime());
        side(rows.get(3), pen, new int[] {1}, parts.log());
    }

    private static void side(Rect row, Pen pen, int[] shares, Part... parts) {
        var places = Places.columns(row, shares);
        for (var i = 0; i < parts.length && !row.isEmpty(); i++) {
            parts[i].draw(places.get(i), pen);
        }
    }

    /** Rows for what has no fixed height. */
    private record Heights(int spark, int names, int log) {
        static Heights of(int height, boolean logs) {
            var rest = height - NUMBERS;
            var log = logs && rest >= 14 ? Math.max(4, rest / 4) : 0;
            var spark = rest - log >= 10 ? Math.max(4, (rest - log) * 2 / 5) : 0;
            return new Heights(spark, rest - log - spark, log);
        }
    }
}

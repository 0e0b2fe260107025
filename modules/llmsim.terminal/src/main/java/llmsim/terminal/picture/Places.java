package llmsim.terminal.picture;

import dev.tamboui.layout.Rect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Cuts places into smaller ones. A place that does not fit is empty. */
final class Places {
    private Places() {}

    /** What is inside a frame, a blank from its sides. */
    static Rect inside(Rect frame) {
        return new Rect(frame.x() + 2, frame.y() + 1, Math.max(0, frame.width() - 4), Math.max(0, frame.height() - 2));
    }

    /** One row of a place. */
    static Rect row(Rect place, int row) {
        return row < place.height()
                ? new Rect(place.x(), place.y() + row, place.width(), 1)
                : new Rect(place.x(), place.y(), 0, 0);
    }

    /** Without so many columns at the left. */
    static Rect fromLeft(Rect place, int columns) {
        var gone = Math.clamp(columns, 0, place.width());
        return new Rect(place.x() + gone, place.y(), place.width() - gone, place.height());
    }

    /** So many columns at the left. */
    static Rect left(Rect place, int columns) {
        return new Rect(place.x(), place.y(), Math.clamp(columns, 0, place.width()), place.height());
    }

    /** So many columns at the right. */
    static Rect right(Rect place, int columns) {
        return fromLeft(place, place.width() - columns);
    }

    /** Side by side, each with its share of the width. */
    static List<Rect> columns(Rect place, int... shares) {
        var sum = IntStream.of(shares).sum();
        var columns = new ArrayList<Rect>();
        var before = 0;
        for (var share : shares) {
            var from = place.width() * before / sum;
            before += share;
            var to = place.width() * before / sum;
            columns.add(new Rect(place.x() + from, place.y(), to - from, place.height()));
        }
        return columns;
    }

    /** One below the other, with these heights. */
    static List<Rect> rows(Rect place, int... heights) {
        var rows = new ArrayList<Rect>();
        var y = place.y();
        for (var height : heights) {
            var fits = Math.clamp(place.bottom() - y, 0, height);
            rows.add(new Rect(place.x(), y, place.width(), fits));
            y += fits;
        }
        return rows;
    }
}

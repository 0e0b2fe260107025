package llmsim.terminal.picture;

import dev.tamboui.layout.Rect;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import llmsim.terminal.text.Numbers;

/** A frame with a table of times in milliseconds. A column without any number is left out, and those that do not fit. */
record Times(String heading, List<String> columns, List<Row> rows) implements Part {
    private static final int NAME = 7;
    private static final int LEAST = 5;
    private static final int WIDEST = 9;
    private static final List<String> LEFT_OUT_FIRST = List.of("min", "p90", "mean", "max");

    /** A name, and a time for each column. */
    record Row(String name, List<OptionalDouble> times, Tone tone) {}

    @Override
    public void draw(Rect place, Pen pen) {
        var inside = pen.framed(place, heading);
        for (var r = 0; r < rows.size(); r++) {
            pen.left(Places.row(Places.left(inside, NAME), r + 1), rows.get(r).name(), Tone.LABEL);
        }
        var room = Math.max(0, inside.width() - NAME);
        var used = used(room / LEAST);
        var width = Math.min(WIDEST, room / Math.max(1, used.size()));
        for (var i = 0; i < used.size(); i++) {
            column(used.get(i), Places.left(inside, inside.width() - (used.size() - 1 - i) * width), width - 1, pen);
        }
    }

    private void column(int column, Rect to, int width, Pen pen) {
        pen.right(Places.right(Places.row(to, 0), width), columns.get(column), Tone.LABEL);
        for (var r = 0; r < rows.size(); r++) {
            var row = rows.get(r);
            pen.right(
                    Places.right(Places.row(to, r + 1), width),
                    Numbers.millis(row.times().get(column), width),
                    row.tone());
        }
    }

    private List<Integer> used(int most) {
        var used = new ArrayList<>(
                IntStream.range(0, columns.size()).filter(this::isUsed).boxed().toList());
        for (var i = 0; i < LEFT_OUT_FIRST.size() && used.size() > most; i++) {
            used.remove(Integer.valueOf(columns.indexOf(LEFT_OUT_FIRST.get(i))));
        }
        return used;
    }

    private boolean isUsed(int column) {
        return rows.stream().anyMatch(row -> row.times().get(column).isPresent());
    }
}

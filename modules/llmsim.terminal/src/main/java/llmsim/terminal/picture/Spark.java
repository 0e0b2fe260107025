package llmsim.terminal.picture;

import dev.tamboui.layout.Rect;
import java.util.List;
import llmsim.terminal.text.Numbers;

/**
 * A frame with a number over time, a column for each second, the newest at the right. The height of the frame is the
 * greatest that is shown.
 */
record Spark(String heading, List<Double> values, Tone tone) implements Part {
    @Override
    public void draw(Rect place, Pen pen) {
        var room = Places.inside(place);
        var shown = values.subList(Math.max(0, values.size() - room.width()), values.size());
        var greatest = shown.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        var now = values.isEmpty() ? 0 : values.getLast();
        var inside = pen.framed(place, heading + "  " + Numbers.rate(now, 9) + "  peak " + Numbers.rate(greatest, 9));
        for (var i = 0; i < shown.size() && greatest > 0; i++) {
            var eighths = (int) Math.ceil(shown.get(i) / greatest * inside.height() * 8);
            column(inside, inside.width() - shown.size() + i, eighths, pen);
        }
    }

    private void column(Rect inside, int column, int eighths, Pen pen) {
        for (var row = 0; row < inside.height(); row++) {
            var below = (inside.height() - 1 - row) * 8;
            pen.left(
                    Places.fromLeft(Places.row(inside, row), column), pen.look().filled(eighths - below), tone);
        }
    }
}

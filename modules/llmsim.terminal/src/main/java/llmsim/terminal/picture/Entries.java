package llmsim.terminal.picture;

import dev.tamboui.layout.Rect;
import java.util.List;

/** A frame with a name and a number in each row. */
record Entries(String heading, List<Entry> entries) implements Part {
    /** A number is never cut, rather its name. */
    private static final int LEAST = 5;

    @Override
    public void draw(Rect place, Pen pen) {
        var inside = pen.framed(place, heading);
        for (var i = 0; i < entries.size(); i++) {
            draw(entries.get(i), Places.row(inside, i), pen);
        }
    }

    private static void draw(Entry entry, Rect row, Pen pen) {
        var number = entry.value().in(Math.max(LEAST, row.width() - entry.name().length() - 1));
        pen.left(Places.left(row, row.width() - number.length() - 1), entry.name(), Tone.LABEL);
        pen.right(row, number, entry.tone());
    }
}

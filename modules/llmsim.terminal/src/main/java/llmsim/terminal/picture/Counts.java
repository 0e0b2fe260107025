package llmsim.terminal.picture;

import dev.tamboui.layout.Rect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import llmsim.terminal.text.Numbers;

/** A frame with what lasts now, and then counters by name, the greatest first. */
record Counts(String heading, List<String> lasting, Map<String, Long> counts) implements Part {
    private static final Comparator<Map.Entry<String, Long>> GREATEST_FIRST =
            Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    /** One row. */
    private record Row(String name, String number, Tone tone) {}

    @Override
    public void draw(Rect place, Pen pen) {
        var inside = pen.framed(place, heading);
        var rows = rows();
        var fit = rows.size() <= inside.height() ? rows.size() : Math.max(0, inside.height() - 1);
        for (var i = 0; i < fit; i++) {
            row(rows.get(i), Places.row(inside, i), pen);
        }
        if (fit < rows.size()) {
            pen.left(Places.row(inside, fit), "and " + (rows.size() - fit) + " more", Tone.LABEL);
        }
    }

    private List<Row> rows() {
        var rows = new ArrayList<Row>();
        lasting.forEach(name -> rows.add(new Row("! " + name, "now", Tone.WARNING)));
        counts.entrySet().stream()
                .sorted(GREATEST_FIRST)
                .forEach(entry -> rows.add(new Row(entry.getKey(), Numbers.count(entry.getValue(), 7), Tone.PLAIN)));
        return rows;
    }

    private static void row(Row row, Rect place, Pen pen) {
        pen.left(Places.left(place, place.width() - row.number().length() - 1), row.name(), row.tone());
        pen.right(Places.right(place, row.number().length()), row.number(), row.tone());
    }
}

package llmsim.terminal.picture;

import dev.tamboui.layout.Rect;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import llmsim.terminal.text.Numbers;

/** A frame with counters by name, the greatest first, each as long as its number. Those that do not fit are summed up. */
record Bars(String heading, Map<String, Long> counts, Tone tone) implements Part {
    private static final Comparator<Map.Entry<String, Long>> GREATEST_FIRST =
            Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());
    private static final int NUMBER = 9;

    @Override
    public void draw(Rect place, Pen pen) {
        var inside = pen.framed(place, heading);
        var sorted = counts.entrySet().stream().sorted(GREATEST_FIRST).toList();
        var fit = sorted.size() <= inside.height() ? sorted.size() : Math.max(0, inside.height() - 1);
        for (var i = 0; i < fit; i++) {
            bar(sorted.get(i), sorted.getFirst().getValue(), Places.row(inside, i), pen);
        }
        rest(sorted.subList(fit, sorted.size()), Places.row(inside, fit), pen);
    }

    private void bar(Map.Entry<String, Long> entry, long greatest, Rect row, Pen pen) {
        var name = Math.clamp(row.width() * 2L / 5, 8, 40);
        pen.left(Places.left(row, name), entry.getKey(), Tone.PLAIN);
        number(entry.getValue(), row, pen);
        var room = Math.max(0, row.width() - name - NUMBER - 2);
        var length = (int) Math.ceil((double) entry.getValue() / Math.max(1, greatest) * room);
        pen.left(Places.fromLeft(row, name + 1), pen.look().bar().repeat(Math.min(room, length)), tone);
    }

    private static void rest(List<Map.Entry<String, Long>> rest, Rect row, Pen pen) {
        if (!rest.isEmpty()) {
            pen.left(row, "and " + rest.size() + " more", Tone.LABEL);
            number(rest.stream().mapToLong(Map.Entry::getValue).sum(), row, pen);
        }
    }

    private static void number(long number, Rect row, Pen pen) {
        pen.right(Places.right(row, NUMBER), Numbers.count(number, NUMBER), Tone.PLAIN);
    }
}

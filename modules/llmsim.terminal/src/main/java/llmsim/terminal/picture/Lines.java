package llmsim.terminal.picture;

import dev.tamboui.layout.Rect;
import java.util.List;

/** A frame with the last lines of a text. */
record Lines(String heading, List<String> lines) implements Part {
    @Override
    public void draw(Rect place, Pen pen) {
        var inside = pen.framed(place, heading);
        var last = lines.subList(Math.max(0, lines.size() - inside.height()), lines.size());
        for (var i = 0; i < last.size(); i++) {
            pen.left(Places.row(inside, i), last.get(i), tone(last.get(i)));
        }
    }

    private static Tone tone(String line) {
        var start = line.substring(0, Math.min(line.length(), 60));
        return start.contains("error") ? Tone.BAD : start.contains("warning") ? Tone.WARNING : Tone.LABEL;
    }
}

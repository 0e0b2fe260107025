package llmsim.terminal.picture;

import dev.tamboui.buffer.Buffer;
import dev.tamboui.layout.Rect;
import dev.tamboui.text.CharWidth;
import dev.tamboui.widgets.block.Block;
import dev.tamboui.widgets.block.BorderSet;
import dev.tamboui.widgets.block.BorderType;
import dev.tamboui.widgets.block.Borders;
import llmsim.terminal.text.Cut;
import llmsim.terminal.text.Harmless;

/** Writes into a buffer; no text leaves its place, and none does harm. */
record Pen(Buffer buffer, Look look) {
    private static final BorderSet ASCII = BorderSet.builder()
            .horizontal("-")
            .vertical("|")
            .topLeft("+")
            .topRight("+")
            .bottomLeft("+")
            .bottomRight("+")
            .build();

    /** Text at the left of a place, in its first row. */
    void left(Rect place, String text, Tone tone) {
        if (!place.isEmpty()) {
            buffer.setString(place.x(), place.y(), fit(text, place.width()), look.style(tone));
        }
    }

    /** Text at the right of a place, in its first row. */
    void right(Rect place, String text, Tone tone) {
        var fitting = fit(text, place.width());
        left(Places.right(place, CharWidth.of(fitting)), fitting, tone);
    }

    /** Text in the middle of a place, in its first row. */
    void middle(Rect place, String text, Tone tone) {
        var fitting = fit(text, place.width());
        left(Places.fromLeft(place, (place.width() - CharWidth.of(fitting)) / 2), fitting, tone);
    }

    /** The text made harmless, and cut to so many columns. */
    String fit(String text, int columns) {
        return Cut.to(shown(text), columns, look.cut());
    }

    private String shown(String text) {
        var harmless = Harmless.of(text, look.unknown());
        return look.unicode() ? harmless : harmless.replaceAll("[^ -~]", "?");
    }

    /** A frame with a heading; returns the place inside. */
    Rect framed(Rect place, String heading) {
        var block = Block.builder().borders(Borders.ALL).borderStyle(look.style(Tone.FRAME));
        (look.unicode() ? block.borderType(BorderType.ROUNDED) : block.customBorderSet(ASCII))
                .build()
                .render(place, buffer);
        left(Places.left(Places.fromLeft(place, 2), place.width() - 4), " " + heading + " ", Tone.HEADING);
        return Places.inside(place);
    }
}

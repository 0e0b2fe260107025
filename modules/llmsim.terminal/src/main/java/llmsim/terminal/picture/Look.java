package llmsim.terminal.picture;

import dev.tamboui.style.Color;
import dev.tamboui.style.Style;

/**
 * What a terminal can show.
 *
 * @param colours whether there are any; of the 16 that every terminal has, so that its own theme holds
 * @param unicode whether there are lines and blocks; else plain ASCII
 */
public record Look(boolean colours, boolean unicode) {
    private static final String BLOCKS = " ▁▂▃▄▅▆▇█";
    private static final String MARKS = " ..::++##";

    Style style(Tone tone) {
        return colours ? coloured(tone) : plain(tone);
    }

    private static Style coloured(Tone tone) {
        return switch (tone) {
            case PLAIN -> Style.EMPTY;
            case LABEL -> Style.EMPTY.fg(Color.GRAY);
            case FRAME -> Style.EMPTY.fg(Color.DARK_GRAY);
            case HEADING -> Style.EMPTY.fg(Color.CYAN).bold();
            case GOOD, REQUESTS -> Style.EMPTY.fg(Color.GREEN);
            case WARNING -> Style.EMPTY.fg(Color.YELLOW);
            case BAD -> Style.EMPTY.fg(Color.LIGHT_RED);
            case TOKENS -> Style.EMPTY.fg(Color.LIGHT_BLUE);
        };
    }

    private static Style plain(Tone tone) {
        return switch (tone) {
            case HEADING, WARNING, BAD -> Style.EMPTY.bold();
            default -> Style.EMPTY;
        };
    }

    /** A part of a cell that is filled from below, in eighths. */
    String filled(int eighths) {
        return String.valueOf((unicode ? BLOCKS : MARKS).charAt(Math.clamp(eighths, 0, 8)));
    }

    /** The end of a text that was cut. */
    String cut() {
        return unicode ? "…" : "~";
    }

    /** In the place of a character that cannot be shown. */
    char unknown() {
        return unicode ? '\ufffd' : '?';
    }

    /** One step of a bar. */
    String bar() {
        return unicode ? "■" : "=";
    }

    String dot() {
        return unicode ? "●" : "*";
    }
}

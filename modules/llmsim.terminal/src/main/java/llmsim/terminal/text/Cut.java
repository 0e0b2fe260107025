package llmsim.terminal.text;

import dev.tamboui.text.CharWidth;

/** Text within so many columns. */
public final class Cut {
    private Cut() {}

    /** The text, or its start and {@code mark} where it is wider than {@code columns}. */
    public static String to(String text, int columns, String mark) {
        return CharWidth.truncateWithEllipsis(text, Math.max(0, columns), mark, CharWidth.TruncatePosition.END);
    }
}

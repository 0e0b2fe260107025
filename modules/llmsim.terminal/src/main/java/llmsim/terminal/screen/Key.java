package llmsim.terminal.screen;

import java.io.IOException;

/** A key that means something to a dashboard. */
public enum Key {
    QUIT,
    PAUSE,
    REDRAW,
    HELP,
    OTHER,
    /** None was pressed. */
    NONE,
    /** None will be pressed any more: the terminal is gone. */
    GONE,
    /** The stage is closed. */
    CLOSED;

    private static final int CTRL_C = 3;
    private static final int CTRL_L = 12;
    private static final int ESCAPE = 27;
    private static final long REST_MILLIS = 5;
    private static final int LONGEST = 64;

    /** Whether a dashboard ends by it. */
    public boolean ends() {
        return this == QUIT || this == GONE || this == CLOSED;
    }

    /** Waits for a key. The letters inside the sequence of an arrow or a function key are none. */
    static Key read(Tty tty, long millis) throws IOException {
        var key = tty.read(millis);
        if (key == ESCAPE) {
            for (var i = 0; i < LONGEST && tty.read(REST_MILLIS) >= 0; i++) {}
        }
        return switch (key) {
            case 'q', 'Q', CTRL_C -> QUIT;
            case 'p', 'P' -> PAUSE;
            case 'r', 'R', CTRL_L -> REDRAW;
            case '?', 'h', 'H' -> HELP;
            case Tty.NOTHING -> NONE;
            case Tty.END -> GONE;
            default -> OTHER;
        };
    }
}

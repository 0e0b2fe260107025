package llmsim.terminal;

import java.util.List;
import java.util.function.Supplier;
import llmsim.api.time.Clock;
import llmsim.terminal.feed.Feed;
import llmsim.terminal.picture.Picture;
import llmsim.terminal.screen.Key;
import llmsim.terminal.screen.Stage;
import llmsim.terminal.shown.Shown;
import llmsim.terminal.shown.Title;

/**
 * Shows a feed on a stage, five times a second, until somebody quits. For one thread.
 *
 * @param log the last lines of the log
 */
public record Dashboard(Title title, Feed feed, Supplier<List<String>> log, Clock clock) {
    private static final long FRAME_NANOS = 200_000_000;
    private static final long NANOS_A_MILLI = 1_000_000;

    /** Why it ended. */
    public enum Ending {
        /** Somebody pressed the key. */
        QUIT,
        /** The stage was closed by another thread. */
        CLOSED,
        /** The terminal is gone. */
        GONE
    }

    /** Runs until it ends; gives the stage back whatever happens. */
    public Ending run(Stage stage) {
        try (stage) {
            var picture = new Picture(stage.look());
            var known = Shown.first(title);
            var shown = known;
            var key = Key.NONE;
            while (!key.ends()) {
                var due = clock.nanoTime() + FRAME_NANOS;
                known = pressed(key, known).with(feed.read(), clock.nanoTime(), log.get());
                shown = known.paused() && key != Key.REDRAW ? shown.paused(true).help(known.help()) : known;
                draw(stage, picture, shown, key);
                key = stage.key(Math.ceilDiv(due - clock.nanoTime(), NANOS_A_MILLI));
            }
            return switch (key) {
                case QUIT -> Ending.QUIT;
                case CLOSED -> Ending.CLOSED;
                default -> Ending.GONE;
            };
        }
    }

    private static void draw(Stage stage, Picture picture, Shown shown, Key key) {
        if (key == Key.REDRAW) {
            stage.forget();
        }
        stage.draw(buffer -> picture.draw(shown, buffer));
    }

    private static Shown pressed(Key key, Shown shown) {
        return switch (key) {
            case PAUSE -> shown.paused(!shown.paused());
            case HELP -> shown.help(!shown.help());
            case OTHER, REDRAW -> shown.help(false);
            case NONE, QUIT, GONE, CLOSED -> shown;
        };
    }
}

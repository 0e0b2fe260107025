package llmsim.terminal.shown;

import java.util.List;
import java.util.Optional;
import llmsim.engine.stats.StatisticsSnapshot;
import llmsim.terminal.feed.Reading;
import llmsim.terminal.history.History;

/**
 * All that a dashboard shows at a moment. A value: the same one is always the same picture.
 *
 * @param statistics the newest; empty before the first
 * @param lost why there are none now
 * @param log the last lines of the log, the newest last
 * @param paused the numbers stand still
 * @param help the keys are explained
 */
public record Shown(
        Title title,
        Optional<StatisticsSnapshot> statistics,
        History history,
        Optional<String> lost,
        List<String> log,
        boolean paused,
        boolean help) {
    public Shown {
        log = List.copyOf(log);
    }

    /** Nothing is known yet. */
    public static Shown first(Title title) {
        return new Shown(title, Optional.empty(), History.NONE, Optional.empty(), List.of(), false, false);
    }

    /** After a feed has been read. */
    public Shown with(Reading reading, long atNanos, List<String> newLog) {
        return switch (reading) {
            case Reading.Fresh(var fresh) ->
                new Shown(
                        title,
                        Optional.of(fresh),
                        history.with(fresh, atNanos),
                        Optional.empty(),
                        newLog,
                        paused,
                        help);
            case Reading.Lost(var why) -> new Shown(title, statistics, history, Optional.of(why), newLog, paused, help);
            case Reading.Pending() -> new Shown(title, statistics, history, lost, newLog, paused, help);
        };
    }

    /** Paused, or going on. */
    public Shown paused(boolean stands) {
        return new Shown(title, statistics, history, lost, log, stands, help);
    }

    /** With the keys explained, or not. */
    public Shown help(boolean explained) {
        return new Shown(title, statistics, history, lost, log, paused, explained);
    }
}

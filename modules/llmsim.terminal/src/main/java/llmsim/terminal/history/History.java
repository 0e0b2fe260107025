package llmsim.terminal.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import llmsim.engine.stats.StatisticsSnapshot;

/**
 * The pace of the last seconds: one for each whole second, the newest last, {@value #MOST} at the most. A value.
 *
 * @param begun where the second under way began; empty before the first sample
 */
public record History(List<Pace> seconds, Optional<Mark> begun) {
    /** As much as a wide screen has room for. */
    static final int MOST = 300;

    private static final long SECOND = 1_000_000_000;

    /** Before the first sample. */
    public static final History NONE = new History(List.of(), Optional.empty());

    public History {
        seconds = List.copyOf(seconds);
    }

    /** The pace of the last whole second. */
    public Pace now() {
        return seconds.isEmpty() ? Pace.NONE : seconds.getLast();
    }

    /** With what was counted at a moment. Seconds that nobody looked at have the mean of all of them. */
    public History with(StatisticsSnapshot statistics, long atNanos) {
        var mark = Mark.of(statistics, atNanos);
        if (begun.isEmpty()) {
            return new History(seconds, Optional.of(mark));
        }
        var whole = (atNanos - begun.get().atNanos()) / SECOND;
        return whole < 1 ? this : new History(longer(mark.since(begun.get()), whole), Optional.of(mark));
    }

    private List<Pace> longer(Pace pace, long times) {
        var longer = new ArrayList<>(seconds);
        for (var i = 0L; i < Math.min(times, MOST); i++) {
            longer.add(pace);
        }
        return longer.subList(Math.max(0, longer.size() - MOST), longer.size());
    }
}

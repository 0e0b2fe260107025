package llmsim.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.logging.Level;

/**
 * The log beside a dashboard. While that has the terminal, lines are in its pane only; warnings and errors are written when
 * the terminal is given back, the last {@value LogTail#MOST} lines of them. Before and after, and where the log goes to
 * something else than the terminal, every line is written at once. Thread-safe.
 */
final class ScreenLog implements LogSink {
    private final PrintWriter writer;
    private final LogTail shown = new LogTail();
    private final LogTail held = new LogTail();
    private boolean holds;

    ScreenLog(PrintWriter writer) {
        this.writer = writer;
    }

    @Override
    public synchronized void write(Level level, String text) {
        shown.add(text);
        if (!holds) {
            writer.print(text);
            writer.flush();
        } else if (level.intValue() >= Level.WARNING.intValue()) {
            held.add(text);
        }
    }

    /** The dashboard is on the terminal that the log would write to. */
    synchronized void hold() {
        holds = true;
    }

    /** It is not any more. */
    synchronized void release() {
        if (holds) {
            holds = false;
            held.lines().forEach(writer::println);
            writer.flush();
        }
    }

    /** The last lines. */
    List<String> lines() {
        return shown.lines();
    }
}

package llmsim.cli;

import java.io.PrintWriter;
import java.util.logging.Level;

/** Where lines of the log go. */
@FunctionalInterface
interface LogSink {
    /** A line or several, ended. */
    void write(Level level, String text);

    /** Everything to a writer, at once. */
    static LogSink to(PrintWriter writer) {
        return (_, text) -> {
            writer.print(text);
            writer.flush();
        };
    }
}

package llmsim.server.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Collects the names of the loggers of Helidon that say something. */
final class LogLines extends Handler {
    private final List<String> loggers = new CopyOnWriteArrayList<>();

    static List<String> during(Action action) throws Exception {
        var root = Logger.getLogger("");
        var lines = new LogLines();
        root.addHandler(lines);
        try {
            action.run();
        } finally {
            root.removeHandler(lines);
        }
        return List.copyOf(lines.loggers);
    }

    @Override
    public void publish(LogRecord record) {
        var name = String.valueOf(record.getLoggerName());
        if (name.startsWith("io.helidon")) {
            loggers.add(name);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    interface Action {
        void run() throws Exception;
    }
}

package llmsim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import llmsim.server.settings.LogSettings;

/** The log of the process: every {@link System.Logger} writes to one place, in one form. */
final class Logs {
    /**
     * What the JDK tells of itself below info is about every connection and lock, and nobody asked for it. Held here,
     * because the JDK forgets the level of a logger that nobody holds. Helidon's are quiet already.
     */
    private static final List<Logger> FOREIGN = Stream.of("java", "javax", "jdk", "sun", "com.sun")
            .map(Logger::getLogger)
            .toList();

    private Logs() {}

    /** Sends the log there from now on. */
    static void begin(LogSettings settings, LogSink to) {
        var root = LogManager.getLogManager().getLogger("");
        for (var handler : root.getHandlers()) {
            root.removeHandler(handler);
            handler.close();
        }
        var level = level(settings.level());
        root.setLevel(level);
        var below = level.intValue() < Level.INFO.intValue();
        FOREIGN.forEach(logger -> logger.setLevel(below ? Level.INFO : null));
        root.addHandler(new ToSink(to, formatter(settings.format()), withLevels(settings)));
    }

    private static List<Logger> withLevels(LogSettings settings) {
        var loggers = new ArrayList<Logger>();
        settings.levels().forEach((name, level) -> {
            var logger = Logger.getLogger(name);
            logger.setLevel(level(level));
            loggers.add(logger);
        });
        return loggers;
    }

    private static Formatter formatter(LogSettings.Format format) {
        return switch (format) {
            case HUMAN -> new HumanLog();
            case JSON -> new JsonLog();
        };
    }

    private static Level level(System.Logger.Level level) {
        return switch (level) {
            case ALL -> Level.ALL;
            case TRACE -> Level.FINER;
            case DEBUG -> Level.FINE;
            case INFO -> Level.INFO;
            case WARNING -> Level.WARNING;
            case ERROR -> Level.SEVERE;
            case OFF -> Level.OFF;
        };
    }

    /** A level's name as users write it. */
    static String name(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "error";
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return "warning";
        }
        return level.intValue() >= Level.INFO.intValue()
                ? "info"
                : level.intValue() >= Level.FINE.intValue() ? "debug" : "trace";
    }

    private static final class ToSink extends Handler {
        private final LogSink sink;
        // Held, for the JDK forgets the level of a logger that nobody holds.
        private final List<Logger> levelled;

        ToSink(LogSink sink, Formatter formatter, List<Logger> levelled) {
            this.sink = sink;
            this.levelled = levelled;
            setLevel(Level.ALL);
            setFormatter(formatter);
        }

        @Override
        public void publish(LogRecord record) {
            if (isLoggable(record)) {
                sink.write(record.getLevel(), getFormatter().format(record));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            levelled.forEach(logger -> logger.setLevel(null));
        }
    }
}

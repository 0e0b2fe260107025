package llmsim.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** {@code 12:00:01.123 warning  message}, and a stack trace below it where there is one. */
final class HumanLog extends Formatter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    @Override
    public String format(LogRecord record) {
        var line = TIME.format(record.getInstant().atZone(ZoneId.systemDefault())) + " "
                + String.format("%-7s", Logs.name(record.getLevel())) + "  " + formatMessage(record)
                + System.lineSeparator();
        return record.getThrown() == null ? line : line + trace(record.getThrown());
    }

    static String trace(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}

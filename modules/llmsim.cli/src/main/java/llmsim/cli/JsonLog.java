package llmsim.cli;

import java.util.LinkedHashMap;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import llmsim.engine.report.Report;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON object a line: time, level, logger, message, and error where there is one; of a request its fields in place of
 * the message.
 */
final class JsonLog extends Formatter {
    @Override
    public String format(LogRecord record) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("time", record.getInstant().toString());
        fields.put("level", Logs.name(record.getLevel()));
        fields.put("logger", String.valueOf(record.getLoggerName()));
        if (record.getParameters() != null
                && record.getParameters().length == 1
                && record.getParameters()[0] instanceof Report report) {
            fields.putAll(report.fields());
        } else {
            fields.put("message", formatMessage(record));
        }
        if (record.getThrown() != null) {
            fields.put("error", HumanLog.trace(record.getThrown()));
        }
        return JsonMapper.shared().writeValueAsString(fields) + System.lineSeparator();
    }
}

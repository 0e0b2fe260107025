package llmsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LogsTest {
    private static LogRecord record(Level level, String message) {
        var record = new LogRecord(level, message);
        record.setLoggerName("llmsim.test");
        return record;
    }

    @Test
    void aHumanReadsTimeLevelAndMessage() {
        assertThat(new HumanLog().format(record(Level.WARNING, "careful")))
                .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} warning  careful\\R");
    }

    @Test
    void aStackTraceFollowsTheMessage() {
        var record = record(Level.SEVERE, "broken");
        record.setThrown(new IllegalStateException("why"));

        assertThat(new HumanLog().format(record))
                .contains("error    broken")
                .contains("java.lang.IllegalStateException: why");
    }

    @Test
    void jsonIsOneObjectALine() {
        var record = record(Level.INFO, "a \"quoted\"\nmessage");
        record.setThrown(new IllegalStateException("why"));

        var line = new JsonLog().format(record);

        assertThat(line.lines()).hasSize(1);
        var json = JsonMapper.shared().readTree(line);
        assertThat(json.get("level").asString()).isEqualTo("info");
        assertThat(json.get("logger").asString()).isEqualTo("llmsim.test");
        assertThat(json.get("message").asString()).isEqualTo("a \"quoted\"\nmessage");
        assertThat(json.get("error").asString()).startsWith("java.lang.IllegalStateException: why");
        assertThat(json.get("time").asString()).isEqualTo(record.getInstant().toString());
    }
}

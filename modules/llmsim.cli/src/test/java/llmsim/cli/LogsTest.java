package llmsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import llmsim.server.settings.LogSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class LogsTest {
    private static LogRecord record(Level level, String message) {
        var record = new LogRecord(level, message);
        record.setLoggerName("llmsim.test");
        return record;
    }

    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final Handler[] handlers = root.getHandlers();

    @AfterEach
    void giveTheLogBack() {
        List.of(root.getHandlers()).forEach(root::removeHandler);
        List.of(handlers).forEach(root::addHandler);
        root.setLevel(before);
    }

    @ParameterizedTest
    @CsvSource({
        "llmsim.test, TRACE, trace debug info warning error",
        "jdk.event.security, TRACE, info warning error",
        "java.net.http, DEBUG, info warning error",
        "sun.net.www, TRACE, info warning error",
        "jdk.event.security, ERROR, error",
        "java.net.http, OFF, ''"
    })
    void theJdkIsNeverHeardBelowInfo(String name, System.Logger.Level level, String heard) {
        var log = new StringWriter();
        Logs.begin(settings(level, Map.of()), LogSink.to(new PrintWriter(log)));
        System.gc();

        Stream.of(Level.FINER, Level.FINE, Level.INFO, Level.WARNING, Level.SEVERE)
                .forEach(each -> Logger.getLogger(name).log(each, "heard"));

        assertThat(log.toString().lines().map(line -> line.split(" +", 3)[1]))
                .containsExactlyElementsOf(Stream.of(heard.split(" ", -1))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    @Test
    void aLoggerMayHaveALevelOfItsOwn() {
        var log = new StringWriter();
        var sink = LogSink.to(new PrintWriter(log));
        var levels = Map.of("llmsim.mocks", System.Logger.Level.DEBUG, "llmsim.requests", System.Logger.Level.OFF);
        Logs.begin(settings(System.Logger.Level.WARNING, levels), sink);
        System.gc();
        System.getLogger("llmsim.mocks").log(System.Logger.Level.DEBUG, "one");
        System.getLogger("llmsim.requests").log(System.Logger.Level.ERROR, "two");
        System.getLogger("llmsim.other").log(System.Logger.Level.INFO, "three");
        Logs.begin(settings(System.Logger.Level.WARNING, Map.of()), sink);
        System.getLogger("llmsim.mocks").log(System.Logger.Level.DEBUG, "four");
        System.getLogger("llmsim.requests").log(System.Logger.Level.ERROR, "five");

        assertThat(log.toString().lines().map(line -> line.replaceAll(".* ", "")))
                .containsExactly("one", "five");
    }

    private static LogSettings settings(System.Logger.Level level, Map<String, System.Logger.Level> levels) {
        return new LogSettings(LogSettings.Format.HUMAN, level, levels, 100, false);
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

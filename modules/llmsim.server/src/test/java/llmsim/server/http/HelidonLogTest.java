package llmsim.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Rule HTTP-33. */
class HelidonLogTest {
    @Test
    void startAndEndAreQuiet() throws Exception {
        var root = Logger.getLogger("");
        var collector = new Collector();
        root.addHandler(collector);
        try (var server = TestServers.start(FakeEntrance.echoing());
                var client = RawClient.connect(server)) {
            client.send("GARBAGE\r\n\r\n").untilClosed();
        } finally {
            root.removeHandler(collector);
        }
        assertThat(collector.loggers).noneMatch(name -> name.startsWith("io.helidon"));
    }

    private static final class Collector extends Handler {
        private final List<String> loggers = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            loggers.add(String.valueOf(record.getLoggerName()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}

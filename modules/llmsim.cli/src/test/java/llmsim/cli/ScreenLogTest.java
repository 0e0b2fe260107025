package llmsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class ScreenLogTest {
    private final StringWriter err = new StringWriter();
    private final ScreenLog log = new ScreenLog(new PrintWriter(err));

    @Test
    void aLogBesideNothingIsWrittenAtOnce() {
        log.write(Level.INFO, "a\n");
        log.release();

        assertThat(err).hasToString("a\n");
    }

    @Test
    void whileItHoldsNothingIsWrittenAndThenWhatMatters() {
        log.hold();
        log.write(Level.INFO, "info\n");
        log.write(Level.WARNING, "warning\n");
        log.write(Level.SEVERE, "error\n  with a trace\n");
        assertThat(err.toString()).isEmpty();

        log.release();
        log.write(Level.INFO, "later\n");

        assertThat(err.toString().lines()).containsExactly("warning", "error", "  with a trace", "later");
        assertThat(log.lines()).containsExactly("info", "warning", "error", "  with a trace", "later");
    }

    @Test
    void aFloodIsBounded() {
        log.hold();
        for (var i = 0; i < 10_000; i++) {
            log.write(Level.WARNING, "x".repeat(10_000) + i + "\n");
        }
        log.release();

        assertThat(log.lines()).hasSize(LogTail.MOST).allMatch(line -> line.length() == LogTail.LONGEST);
        assertThat(err.toString().lines()).hasSize(LogTail.MOST);
    }
}

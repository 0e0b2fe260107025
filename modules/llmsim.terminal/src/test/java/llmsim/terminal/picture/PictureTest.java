package llmsim.terminal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tamboui.buffer.Buffer;
import dev.tamboui.layout.Rect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.stats.Statistics;
import llmsim.terminal.Samples;
import llmsim.terminal.feed.Reading;
import llmsim.terminal.shown.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures as text, compared with files in {@code src/test/screens}; {@code -Dllmsim.golden=write} writes them. */
class PictureTest {
    private static final Path SCREENS = Path.of(System.getProperty("basedir", "."), "src", "test", "screens");
    private static final List<String> LOG = List.of(
            "12:00:01.123 info     a line", "12:00:02.000 warning  careful\u001b[31m", "12:00:03.000 error    broken");

    @ParameterizedTest
    @CsvSource({"80, 24", "200, 50", "100, 30", "60, 16", "80, 20", "20, 5", "1, 1", "59, 40"})
    void fitsItsSize(int columns, int rows) throws IOException {
        compare(columns + "x" + rows, Samples.shown(LOG), new Look(true, true), columns, rows);
    }

    @Test
    void inPlainAscii() throws IOException {
        compare("ascii", Samples.shown(LOG), new Look(false, false), 80, 24);
    }

    @Test
    void withoutALog() throws IOException {
        compare("no-log", Samples.shown(List.of()), new Look(true, true), 80, 24);
    }

    @Test
    void withHelp() throws IOException {
        compare("help", Samples.shown(LOG).help(true), new Look(true, true), 80, 24);
    }

    @Test
    void whenTheServerIsLost() throws IOException {
        var lost = Samples.shown(LOG).with(new Reading.Lost("cannot be reached"), 1, List.of());
        compare("lost", lost.paused(true), new Look(true, true), 80, 24);
    }

    @Test
    void whenTheTimingIsDegraded() throws IOException {
        var late = Samples.shown(LOG).with(new Reading.Fresh(Samples.busy(99)), 99_000_000_000L, List.of());
        compare("degraded", late, new Look(true, true), 100, 24);
    }

    @Test
    void beforeTheFirstNumbers() throws IOException {
        compare("waiting", Shown.first(Samples.TITLE), new Look(true, true), 80, 24);
    }

    @Test
    void whenNothingHasHappened() throws IOException {
        var nothing = new Statistics(VirtualClock.manual(), () -> {
                    throw new AssertionError("nothing costs");
                })
                .snapshot();
        var shown = Shown.first(Samples.TITLE).with(new Reading.Fresh(nothing), 0, List.of());
        compare("nothing", shown, new Look(true, true), 80, 24);
    }

    @Test
    void withoutColoursNothingIsColoured() {
        var buffer = drawn(Samples.shown(LOG), new Look(false, true), 80, 24);

        for (var y = 0; y < 24; y++) {
            for (var x = 0; x < 80; x++) {
                assertThat(buffer.get(x, y).style().fg()).isEqualTo(Optional.empty());
                assertThat(buffer.get(x, y).style().bg()).isEqualTo(Optional.empty());
            }
        }
    }

    private static void compare(String name, Shown shown, Look look, int columns, int rows) throws IOException {
        var text = text(drawn(shown, look, columns, rows));
        var golden = SCREENS.resolve(name + ".txt");
        if (System.getProperty("llmsim.golden", "").equals("write")) {
            Files.createDirectories(SCREENS);
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden).replace("\r\n", "\n"));
    }

    private static Buffer drawn(Shown shown, Look look, int columns, int rows) {
        var buffer = Buffer.empty(new Rect(0, 0, columns, rows));
        new Picture(look).draw(shown, buffer);
        return buffer;
    }

    private static String text(Buffer buffer) {
        var text = new StringBuilder();
        for (var y = 0; y < buffer.height(); y++) {
            for (var x = 0; x < buffer.width(); x++) {
                var cell = buffer.get(x, y);
                text.append(cell.isContinuation() ? "" : cell.symbol());
            }
            text.append('\n');
        }
        return text.toString();
    }
}

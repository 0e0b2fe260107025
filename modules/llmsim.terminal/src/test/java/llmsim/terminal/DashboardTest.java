package llmsim.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import llmsim.engine.clock.VirtualClock;
import llmsim.terminal.Dashboard.Ending;
import llmsim.terminal.feed.Feed;
import llmsim.terminal.feed.Reading;
import llmsim.terminal.screen.FakeTty;
import llmsim.terminal.screen.Stage;
import org.junit.jupiter.api.Test;

class DashboardTest {
    private static final String ALT_SCREEN_LEFT = "\u001b[?1049l";

    private int reads;
    private final Feed feed = () -> new Reading.Fresh(Samples.busy(++reads));

    private Ending run(FakeTty tty) throws IOException {
        return dashboard(feed).run(Stage.take(tty, true));
    }

    private static Dashboard dashboard(Feed feed) {
        return new Dashboard(Samples.TITLE, feed, () -> List.of("a line of the log"), VirtualClock.manual());
    }

    @Test
    void qEndsItAndTheTerminalIsWhole() throws IOException {
        var tty = FakeTty.typing("..q");

        assertThat(run(tty)).isEqualTo(Ending.QUIT);

        assertThat(reads).isEqualTo(3);
        assertThat(tty.raw).isFalse();
        assertThat(tty.written).contains("a line of the log").endsWith(ALT_SCREEN_LEFT);
    }

    @Test
    void aFrameIsFiveTimesASecond() throws IOException {
        var waits = new ArrayList<Long>();
        var tty = FakeTty.typing("..q");
        tty.waiting = waits::add;

        run(tty);

        assertThat(waits).containsOnly(200L);
    }

    @Test
    void theEndOfTheTerminalEndsIt() throws IOException {
        assertThat(run(FakeTty.typing("."))).isEqualTo(Ending.GONE);
    }

    @Test
    void aTerminalThatTakesNoMoreEndsIt() throws IOException {
        var tty = FakeTty.typing("......");
        tty.waiting = _ -> tty.hungUp = true;

        assertThat(run(tty)).isEqualTo(Ending.GONE);

        assertThat(tty.closed).isEqualTo(1);
    }

    @Test
    void anotherThreadMayCloseIt() throws IOException {
        var tty = FakeTty.typing("...");
        var stage = Stage.take(tty, true);
        tty.waiting = _ -> stage.close();

        assertThat(dashboard(feed).run(stage)).isEqualTo(Ending.CLOSED);

        assertThat(tty.closed).isEqualTo(1);
        assertThat(tty.written).endsWith(ALT_SCREEN_LEFT);
    }

    @Test
    void aDefectLeavesTheTerminalWhole() {
        var tty = FakeTty.typing("q");
        Feed broken = () -> {
            throw new IllegalStateException("a defect");
        };

        assertThatThrownBy(() -> dashboard(broken).run(Stage.take(tty, true))).hasMessage("a defect");

        assertThat(tty.raw).isFalse();
        assertThat(tty.written).endsWith(ALT_SCREEN_LEFT);
    }

    @Test
    void pausedTheNumbersStandStillUntilTheyAreAskedFor() throws IOException {
        var tty = FakeTty.typing("p..");
        var uptimes = new ArrayList<String>();
        tty.waiting = _ -> {
            uptimes.add(tty.written.toString().replaceAll("\u001b\\[[?0-9;]*[A-Za-z]", ""));
            tty.written.setLength(0);
        };
        tty.keys.addAll(List.of((int) 'r', (int) '.', (int) 'p', (int) 'q'));

        run(tty);

        assertThat(uptimes.get(0)).contains("serving", "up 0:01");
        assertThat(uptimes.get(1)).contains("paused");
        assertThat(uptimes.get(2)).isEmpty();
        assertThat(uptimes.get(3)).isEmpty();
        assertThat(uptimes.get(4)).contains("paused", "up 0:05");
        assertThat(uptimes.get(5)).isEmpty();
        assertThat(uptimes.get(6)).contains("serving");
    }

    @Test
    void helpComesAndGoes() throws IOException {
        var tty = FakeTty.typing("?x");
        var seen = new ArrayList<Boolean>();
        tty.waiting = _ -> {
            seen.add(tty.written.toString().contains("belongs"));
            tty.written.setLength(0);
        };
        tty.keys.add((int) 'q');

        run(tty);

        assertThat(seen).containsExactly(false, true, false);
    }
}

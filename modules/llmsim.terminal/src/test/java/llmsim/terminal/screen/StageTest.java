package llmsim.terminal.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tamboui.style.Style;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import llmsim.engine.clock.SystemClock;
import org.junit.jupiter.api.Test;

class StageTest {
    private static final String RESTORED = "\u001b[?25h\u001b[0m\u001b[2J\u001b[H\u001b[?7h\u001b[?1049l";

    private final FakeTty tty = new FakeTty();

    @Test
    void theTerminalIsTakenAndGivenBack() throws IOException {
        var stage = Stage.take(tty, true);
        assertThat(tty.raw).isTrue();
        assertThat(tty.written).startsWith("\u001b[?1049h").contains("\u001b[?25l");

        stage.close();

        assertThat(tty.raw).isFalse();
        assertThat(tty.written).endsWith(RESTORED);
        assertThat(tty.closed).isEqualTo(1);
    }

    @Test
    void aSecondCloseDoesNothingAndNothingIsDrawnAfterwards() throws IOException {
        var stage = Stage.take(tty, true);
        stage.close();
        tty.written.setLength(0);

        stage.close();
        stage.draw(buffer -> buffer.setString(0, 0, "late", Style.EMPTY));
        stage.forget();

        assertThat(tty.written).isEmpty();
        assertThat(tty.closed).isEqualTo(1);
        assertThat(stage.key(1)).isEqualTo(Key.CLOSED);
    }

    @Test
    void aTerminalThatCannotBeTakenIsGivenBack() {
        tty.onRaw = new IllegalStateException("no");

        assertThatThrownBy(() -> Stage.take(tty, true)).hasMessage("no");

        assertThat(tty.written).endsWith(RESTORED);
        assertThat(tty.closed).isEqualTo(1);
    }

    @Test
    void whatFailsDoesNotKeepTheRestFromBeingMended() throws IOException {
        tty.onCooked = new IllegalStateException("closed by the library");

        Stage.take(tty, true).close();

        assertThat(tty.written).endsWith(RESTORED);
        assertThat(tty.closed).isEqualTo(1);
    }

    @Test
    void theEndOfTheProcessGivesItBackAndWaitsForThat() throws IOException {
        try (var clock = SystemClock.start()) {
            Stage.take(tty, true).closeSoon(clock);

            assertThat(tty.written).endsWith(RESTORED);
            assertThat(tty.closed).isEqualTo(1);
        }
    }

    @Test
    void aTerminalThatTakesNothingDoesNotHoldUpTheEnd() throws Exception {
        try (var clock = SystemClock.start()) {
            var stage = Stage.take(tty, true);
            var drawing = new CountDownLatch(1);
            var stuck = new CountDownLatch(1);
            var drawer = Thread.ofPlatform()
                    .daemon()
                    .start(() -> stage.draw(_ -> {
                        drawing.countDown();
                        await(stuck);
                    }));
            drawing.await();

            stage.closeSoon(clock);

            assertThat(tty.closed).isZero();
            stuck.countDown();
            drawer.join();
        }
    }

    @Test
    void onlyWhatChangedIsWrittenAndAllOfItAfterAChangeOfSize() throws IOException {
        try (var stage = Stage.take(tty, true)) {
            draw(stage, "one");
            tty.written.setLength(0);
            draw(stage, "one");
            assertThat(tty.written).doesNotContain("one");

            tty.columns = 100;
            draw(stage, "one");
            assertThat(tty.written).contains("\u001b[2J", "one");

            tty.written.setLength(0);
            stage.forget();
            draw(stage, "one");
            assertThat(tty.written).contains("\u001b[2J", "one");
        }
    }

    private static void draw(Stage stage, String text) {
        stage.draw(buffer -> buffer.setString(0, 0, text, Style.EMPTY));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

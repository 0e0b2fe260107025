package llmsim.terminal.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyTest {
    @ParameterizedTest
    @CsvSource({"q, QUIT", "Q, QUIT", "p, PAUSE", "r, REDRAW", "?, HELP", "x, OTHER", "., NONE", "'', GONE"})
    void aKeyIsWhatItSays(String typed, Key key) throws IOException {
        assertThat(Key.read(FakeTty.typing(typed), 1)).isEqualTo(key);
    }

    @Test
    void controlKeys() throws IOException {
        assertThat(Key.read(FakeTty.typing("\u0003"), 1)).isEqualTo(Key.QUIT);
        assertThat(Key.read(FakeTty.typing("\u000c"), 1)).isEqualTo(Key.REDRAW);
    }

    @Test
    void theLettersOfASequenceAreNoKeys() throws IOException {
        var tty = FakeTty.typing("\u001b[1;5q.p");

        assertThat(Key.read(tty, 1)).isEqualTo(Key.OTHER);
        assertThat(Key.read(tty, 1)).isEqualTo(Key.PAUSE);
    }
}

package llmsim.engine.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules B1 and B3. */
class StreamFaultTest {
    @Test
    void aShortTextSaysWhatWhereAndHowLong() {
        assertThat(StreamFault.parse("reset@12"))
                .isEqualTo(new StreamFault(Breakage.RESET, new Place.Token(12), Duration.ZERO));
        assertThat(StreamFault.parse("stall:2s@50%"))
                .isEqualTo(new StreamFault(Breakage.STALL, new Place.Share(0.5), Duration.ofSeconds(2)));
        assertThat(StreamFault.parse("close@800ms"))
                .isEqualTo(new StreamFault(Breakage.CLOSE, new Place.After(Duration.ofMillis(800)), Duration.ZERO));
        assertThat(StreamFault.parse("hang").place()).isEqualTo(new Place.Anywhere());
        assertThat(StreamFault.parse("trickle:0.5ms").time()).isEqualTo(Duration.ofNanos(500_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"reset@12", "stall:2000ms@50%", "close@800ms", "hang", "trickle:0.5ms", "crlf@3", "swap@12.5%"})
    void isWrittenAsItIsRead(String text) {
        assertThat(StreamFault.parse(text).written()).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(Breakage.class)
    void everyNameIsAFault(Breakage breakage) {
        assertThat(StreamFault.parse(breakage.written())).isEqualTo(StreamFault.of(breakage));
        assertThat(StreamFault.of(breakage).written()).isEqualTo(breakage.written());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rest@12|there is no fault 'rest'; did you mean 'reset'? choices: reset, close, stall,",
                "''|there is no fault ''; choices: reset,",
                "reset:2s|reset does not wait, so there is no time to say: '2s'",
                "stall:2h|the time must be written like 500ms or 2s, up to 1 hour, not '2h'",
                "stall:3601s|up to 1 hour",
                "reset@|the place must be a number of tokens (12), a share of them (50%) or a time (800ms, 2s), not ''",
                "reset@-1|not '-1'",
                "reset@101%|not '101%'",
                "reset@9999999999|not '9999999999'",
                "missing_end@3|missing_end has no place of its own"
            })
    void aWrongTextSaysWhatWouldBeRight(String text, String message) {
        assertThatThrownBy(() -> StreamFault.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void longNonsenseIsCutShort() {
        assertThatThrownBy(() -> StreamFault.parse("x".repeat(10_000)))
                .hasMessageStartingWith("there is no fault 'xxx")
                .satisfies(wrong -> assertThat(wrong.getMessage()).hasSizeLessThan(500));
    }

    @Test
    void valuesHaveBounds() {
        assertThatThrownBy(() -> new Place.Token(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Place.Share(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Place.After(Duration.ofMillis(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StreamFault.of(Breakage.STALL).waiting(Duration.ofMinutes(61)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StreamFault.of(Breakage.CRLF).waiting(Duration.ofMillis(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

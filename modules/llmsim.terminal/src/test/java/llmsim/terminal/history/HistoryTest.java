package llmsim.terminal.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import llmsim.terminal.Samples;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final long SECOND = 1_000_000_000;

    private static History seen(long... seconds) {
        return LongStream.of(seconds)
                .boxed()
                .reduce(
                        History.NONE,
                        (history, second) -> history.with(Samples.busy(second), second * SECOND),
                        (_, later) -> later);
    }

    @Test
    void oneSampleIsNoPace() {
        assertThat(seen(0).seconds()).isEmpty();
        assertThat(seen(0).now()).isEqualTo(Pace.NONE);
    }

    @Test
    void samplesWithinASecondMakeOnePace() {
        var history = History.NONE;
        for (var i = 0; i <= 10; i++) {
            history = history.with(Samples.busy(i == 10 ? 2 : 0), i * SECOND / 5);
        }

        assertThat(history.seconds()).hasSize(2);
        assertThat(history.now().requests()).isPositive();
    }

    @Test
    void aGapHasItsMean() {
        var history = seen(0, 4);

        assertThat(history.seconds()).hasSize(4).containsOnly(history.now());
        assertThat(history.now().tokens()).isEqualTo(history.now().requests() * 100);
    }

    @Test
    void countersThatWentBackBeganAnew() {
        var history = seen(100).with(Samples.busy(1), 101 * SECOND);

        assertThat(history.now().requests()).isEqualTo((double) Samples.busy(1).totalRequests());
    }

    @Test
    void itIsBounded() {
        assertThat(seen(0, 100_000).seconds()).hasSize(History.MOST);
    }
}

package llmsim.api.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoDurationTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0s",
        "PT0.000000001S, 1ms",
        "PT0.084S, 84ms",
        "PT0.9991S, 1s",
        "PT1S, 1s",
        "PT1.146S, 1.146s",
        "PT8.64S, 8.64s",
        "PT1.05S, 1.05s",
        "PT6M, 6m0s",
        "PT1M30.5S, 1m30.5s",
        "PT1H, 1h0m0s",
        "PT25H2M0.001S, 25h2m0.001s"
    })
    void timesAreWrittenAsGoWritesThem(Duration time, String written) {
        assertThat(GoDuration.of(time)).isEqualTo(written);
    }

    @Property
    void whatIsWrittenIsTheTime(@ForAll @LongRange(min = 0, max = 400_000_000) long millis) {
        var written = GoDuration.of(Duration.ofMillis(millis));

        assertThat(written.endsWith("ms") ? Duration.ofMillis(number(written, "ms")) : Duration.parse("PT" + written))
                .isEqualTo(Duration.ofMillis(millis));
    }

    private static long number(String written, String unit) {
        return Long.parseLong(written.substring(0, written.length() - unit.length()));
    }
}

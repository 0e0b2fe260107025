package llmsim.openai.error;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations as the provider writes them in sentences: {@code 84ms}, {@code 1.146s}, {@code 6m0s}. */
final class GoDuration {
    private GoDuration() {}

    static String of(Duration duration) {
        var millis = duration.toMillis();
        if (millis < 1_000) {
            return millis + "ms";
        }
        var seconds =
                BigDecimal.valueOf(millis % 60_000, 3).stripTrailingZeros().toPlainString() + "s";
        var minutes = millis / 60_000;
        var hours = minutes < 60 ? "" : minutes / 60 + "h";
        return minutes == 0 ? seconds : hours + minutes % 60 + "m" + seconds;
    }
}

package llmsim.engine.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import llmsim.api.dialect.HeaderRule.Unit;

/** Writes times as providers write them in header fields. */
final class Durations {
    private Durations() {}

    static String write(Duration duration, Unit unit, Instant now) {
        return switch (unit) {
            case COUNT, SECONDS ->
                String.valueOf(duration.plusNanos(999_999_999).toSeconds());
            case MILLISECONDS -> String.valueOf(millis(duration));
            case GO_DURATION -> goDuration(millis(duration));
            case TIMESTAMP ->
                now.plus(duration)
                        .plusNanos(999_999_999)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString();
        };
    }

    private static long millis(Duration duration) {
        return duration.plusNanos(999_999).toMillis();
    }

    // As Go's time.Duration prints itself: 1h2m3.5s, below a second 20ms, and 0s.
    private static String goDuration(long millis) {
        if (0 < millis && millis < 1_000) {
            return millis + "ms";
        }
        var hours = millis / 3_600_000;
        var minutes = millis / 60_000 % 60;
        var text = new StringBuilder();
        if (hours > 0) {
            text.append(hours).append('h');
        }
        if (hours > 0 || minutes > 0) {
            text.append(minutes).append('m');
        }
        var rest = millis % 60_000;
        text.append(rest / 1_000);
        if (rest % 1_000 > 0) {
            text.append('.')
                    .append(String.format(Locale.ROOT, "%03d", rest % 1_000).replaceAll("0+$", ""));
        }
        return text.append('s').toString();
    }
}

package llmsim.engine.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import llmsim.api.dialect.GoDuration;
import llmsim.api.dialect.HeaderRule.Unit;

/** Writes times as providers write them in header fields. */
final class Durations {
    private Durations() {}

    static String write(Duration duration, Unit unit, Instant now) {
        return switch (unit) {
            case COUNT, SECONDS ->
                String.valueOf(duration.plusNanos(999_999_999).toSeconds());
            case MILLISECONDS -> String.valueOf(millis(duration));
            case GO_DURATION -> GoDuration.of(duration);
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
}

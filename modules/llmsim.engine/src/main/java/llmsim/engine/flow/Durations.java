package llmsim.engine.flow;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import llmsim.api.dialect.HeaderRule.Unit;
import llmsim.api.exchange.Call;

/** Writes times as providers write them in header fields. */
final class Durations {
    private Durations() {}

    static String write(Duration duration, Unit unit, Call call) {
        return switch (unit) {
            case COUNT, SECONDS -> String.valueOf(Math.ceilDiv(duration.toMillis(), 1_000));
            case MILLISECONDS -> String.valueOf(Math.ceilDiv(duration.toNanos(), 1_000_000));
            case GO_DURATION -> goDuration(duration.toMillis());
            case TIMESTAMP ->
                call.received().plus(duration).truncatedTo(ChronoUnit.SECONDS).toString();
        };
    }

    // As Go's time.Duration prints itself: 1h2m3.5s, and below a second 20ms.
    private static String goDuration(long millis) {
        if (millis < 1_000) {
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
            text.append('.').append(String.format("%03d", rest % 1_000).replaceAll("0+$", ""));
        }
        return text.append('s').toString();
    }
}

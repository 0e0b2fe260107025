package llmsim.api.dialect;

import java.time.Duration;

/** Times as Go prints them, and with it some providers: {@code 84ms}, {@code 1.146s}, {@code 6m0s}, {@code 1h0m2.5s}. */
public final class GoDuration {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private GoDuration() {}

    /** A time, rounded up to whole milliseconds; {@code 0s} for none. */
    public static String of(Duration duration) {
        var millis = duration.plusNanos(999_999).toMillis();
        if (0 < millis && millis < SECOND) {
            return millis + "ms";
        }
        var text = new StringBuilder();
        if (millis >= HOUR) {
            text.append(millis / HOUR).append('h');
        }
        if (millis >= MINUTE) {
            text.append(millis % HOUR / MINUTE).append('m');
        }
        text.append(millis % MINUTE / SECOND);
        appendFraction(text, millis % SECOND);
        return text.append('s').toString();
    }

    // By hand, for every answer under a rate limit has two of them.
    private static void appendFraction(StringBuilder text, long millis) {
        if (millis > 0) {
            text.append('.');
            for (var left = millis; left > 0; left = left * 10 % SECOND) {
                text.append((char) ('0' + left / 100));
            }
        }
    }
}

package llmsim.server.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import llmsim.api.time.Clock;

/** The value of the {@code date} field, put into words once a second. Thread-safe. */
final class HttpDate {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Clock clock;
    private volatile Second latest = new Second(Long.MIN_VALUE, new byte[0]);

    HttpDate(Clock clock) {
        this.clock = clock;
    }

    byte[] text() {
        var now = clock.now();
        var known = latest;
        if (known.epochSecond != now.getEpochSecond()) {
            known = new Second(now.getEpochSecond(), spell(now));
            latest = known;
        }
        return known.text;
    }

    private static byte[] spell(Instant now) {
        return FORMAT.format(now).getBytes(StandardCharsets.US_ASCII);
    }

    // Never compared, so that the array in it does not matter.
    @SuppressWarnings("ArrayRecordComponent")
    private record Second(long epochSecond, byte[] text) {}
}

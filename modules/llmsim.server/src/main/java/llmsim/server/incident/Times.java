package llmsim.server.incident;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import llmsim.server.document.ConfigurationError;
import llmsim.server.document.Raw;

/** Reads times such as {@code 500ms}, {@code 90s}, {@code 1.5m} and {@code 2h}. */
final class Times {
    private static final Pattern TIME = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,3})?)(ms|s|m|h)");
    private static final Duration LONGEST = Duration.ofDays(1_000);

    private Times() {}

    static Optional<Duration> read(String path, Raw raw, Consumer<ConfigurationError> errors) {
        var time = raw instanceof Raw.Scalar(var text, var _, var _) ? parse(text) : Optional.<Duration>empty();
        if (time.isEmpty()) {
            errors.accept(new ConfigurationError(
                    raw.origin(), path + " must be a time such as 500ms, 90s, 5m or 2h, not " + raw.kind()));
        }
        return time;
    }

    private static Optional<Duration> parse(String text) {
        if (text.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        var time = TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        var nanos = new BigDecimal(time.group(1)).multiply(BigDecimal.valueOf(nanos(time.group(2))));
        var most = BigDecimal.valueOf(LONGEST.toNanos());
        return nanos.compareTo(most) > 0 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos.longValue()));
    }

    private static long nanos(String unit) {
        return switch (unit) {
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            default -> 3_600_000_000_000L;
        };
    }
}

package llmsim.engine.configuration;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import llmsim.api.settings.NearMiss;

/** Reads and writes faults as short texts. */
final class FaultText {
    private static final Pattern TIME = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,3})?)(ms|s)");
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,6})?)%");
    private static final Pattern TOKENS = Pattern.compile("[0-9]{1,9}");
    private static final int SHOWN = 60;

    private FaultText() {}

    static StreamFault parse(String written) {
        var at = written.indexOf('@');
        var what = at < 0 ? written : written.substring(0, at);
        var colon = what.indexOf(':');
        var fault = StreamFault.of(breakage(colon < 0 ? what : what.substring(0, colon)));
        var waiting = colon < 0 ? fault : fault.waiting(waiting(fault.breakage(), what.substring(colon + 1)));
        return at < 0 ? waiting : waiting.at(place(written.substring(at + 1)));
    }

    private static Breakage breakage(String name) {
        return Breakage.named(name.strip())
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no fault '" + shown(name) + "'" + NearMiss.hint(name, Breakage.names())));
    }

    private static Duration waiting(Breakage breakage, String text) {
        if (!breakage.takesTime()) {
            throw new IllegalArgumentException(
                    breakage.written() + " does not wait, so there is no time to say: '" + shown(text) + "'");
        }
        return time(text)
                .filter(time -> time.compareTo(StreamFault.LONGEST) <= 0)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the time must be written like 500ms or 2s, up to 1 hour, not '" + shown(text) + "'"));
    }

    /** A place: {@code 12} tokens, {@code 50%} of them, {@code 800ms} or {@code 2s} after the beginning. */
    static Place place(String text) {
        return tokens(text)
                .or(() -> share(text))
                .or(() -> time(text).map(Place.After::new))
                .orElseThrow(() -> new IllegalArgumentException(
                        "the place must be a number of tokens (12), a share of them (50%) or a time (800ms, 2s), not '"
                                + shown(text) + "'"));
    }

    private static Optional<Place> tokens(String text) {
        return TOKENS.matcher(text).matches() ? Optional.of(new Place.Token(Long.parseLong(text))) : Optional.empty();
    }

    private static Optional<Place> share(String text) {
        var percent = PERCENT.matcher(text);
        return percent.matches()
                ? Optional.of(new BigDecimal(percent.group(1)).movePointLeft(2))
                        .filter(share -> share.compareTo(BigDecimal.ONE) <= 0)
                        .map(share -> new Place.Share(share.doubleValue()))
                : Optional.empty();
    }

    private static Optional<Duration> time(String text) {
        var time = TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        var nanos = new BigDecimal(time.group(1)).movePointRight(time.group(2).equals("s") ? 9 : 6);
        return Optional.of(Duration.ofNanos(nanos.longValue()));
    }

    static String written(StreamFault fault) {
        var breakage = fault.breakage();
        var time = fault.time().equals(breakage.usualTime()) ? "" : ":" + written(fault.time());
        return breakage.written() + time + (fault.place().equals(breakage.usualPlace()) ? "" : "@" + at(fault.place()));
    }

    private static String at(Place place) {
        return switch (place) {
            case Place.Token(var tokens) -> Long.toString(tokens);
            case Place.Share(var share) ->
                BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + "%";
            case Place.After(var time) -> written(time);
            case Place.Anywhere() -> throw new IllegalArgumentException("only a fault that is usually anywhere is");
        };
    }

    private static String written(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), 6).stripTrailingZeros().toPlainString() + "ms";
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 3) + "...";
    }
}

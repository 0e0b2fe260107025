package llmsim.terminal.text;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers in few columns. */
public final class Numbers {
    private static final String[] UNITS = {"", "k", "M", "G", "T", "P", "E"};

    private Numbers() {}

    /** {@code 1,234,567}, or {@code 1.23M} where that has too many columns. */
    public static String count(long number, int columns) {
        var full = String.format(Locale.ROOT, "%,d", number);
        return full.length() <= columns ? full : rounded((double) number);
    }

    private static String rounded(double number) {
        var value = number;
        var unit = 0;
        while (Math.abs(value) >= 999.5 && unit < UNITS.length - 1) {
            value /= 1_000;
            unit++;
        }
        return digits(value) + UNITS[unit];
    }

    /** Events a second: {@code 0.25}, {@code 12.3}, {@code 1,234}. */
    public static String rate(double perSecond, int columns) {
        return perSecond < 99.95 ? digits(perSecond) : count(Math.round(perSecond), columns);
    }

    /** {@code $0.01}, {@code $12.3}, {@code $1,234}. */
    public static String dollars(double dollars, int columns) {
        return "$" + (dollars > 0 && dollars < 0.01 ? "0.01" : rate(dollars, columns - 1));
    }

    /** Milliseconds, in seconds where they are many: {@code 0.12}, {@code 45.1}, {@code 1234}, {@code 12s}; or a dash. */
    public static String millis(OptionalDouble millis, int columns) {
        if (millis.isEmpty()) {
            return "-";
        }
        var value = millis.getAsDouble();
        var written = value < 99_999.5 ? digits(value) : rounded(value / 1_000) + "s";
        return written.length() <= columns ? written : seconds(Math.round(value / 1_000));
    }

    private static String seconds(long seconds) {
        return seconds < 1_000 ? seconds + "s" : seconds / 1_000 + "ks";
    }

    /** {@code 0:07}, {@code 12:34}, {@code 1:02:03}, {@code 3d 04:05}. */
    public static String duration(long seconds) {
        var minutes = seconds / 60;
        var hours = minutes / 60;
        if (hours >= 24) {
            return String.format(Locale.ROOT, "%dd %02d:%02d", hours / 24, hours % 24, minutes % 60);
        }
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, minutes % 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d", minutes, seconds % 60);
    }

    /** Three digits that count. */
    private static String digits(double value) {
        var format = value >= 99.95 || value == 0 ? "%.0f" : value >= 9.995 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}

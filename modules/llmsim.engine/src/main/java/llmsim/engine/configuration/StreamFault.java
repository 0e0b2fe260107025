package llmsim.engine.configuration;

import java.time.Duration;

/**
 * A way to break an answer, and where.
 *
 * @param time how long it waits, or pauses between two pieces, up to an hour; zero for a fault that does not wait
 */
public record StreamFault(Breakage breakage, Place place, Duration time) {
    /** The longest that a fault waits. */
    public static final Duration LONGEST = Duration.ofHours(1);

    public StreamFault {
        if (time.isNegative() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a fault waits from 0 to " + LONGEST.toMillis() + " ms");
        }
        if (!breakage.takesTime() && !time.isZero()) {
            throw new IllegalArgumentException(breakage.written() + " does not wait");
        }
        if (!breakage.hasPlace() && !place.equals(breakage.usualPlace())) {
            throw new IllegalArgumentException(breakage.written() + " has no place of its own");
        }
    }

    /** A fault where it usually is. */
    public static StreamFault of(Breakage breakage) {
        return new StreamFault(breakage, breakage.usualPlace(), breakage.usualTime());
    }

    /**
     * The fault that a short text says: a name, then {@code :} and a time, then {@code @} and a place, such as
     * {@code reset@12}, {@code stall:2s@50%}, {@code close@800ms}. {@link IllegalArgumentException} says what is wrong
     * with another text, and what would be right.
     */
    public static StreamFault parse(String written) {
        return FaultText.parse(written);
    }

    /** The same at another place. */
    public StreamFault at(Place other) {
        return new StreamFault(breakage, other, time);
    }

    /** The same with another time. */
    public StreamFault waiting(Duration other) {
        return new StreamFault(breakage, place, other);
    }

    /** As {@link #parse} reads it. */
    public String written() {
        return FaultText.written(this);
    }
}

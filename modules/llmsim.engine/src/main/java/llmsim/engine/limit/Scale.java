package llmsim.engine.limit;

import java.math.BigInteger;
import llmsim.engine.configuration.RateLimit;

/**
 * Exact arithmetic of one limit. Amounts are counted in units so small that one of anything is a whole number of them
 * and that at least one comes back in a nanosecond; times are counted in units too, as what came back since the start.
 * For a limit that divides its period a unit is a nanosecond. Immutable.
 *
 * @param unit units of one request or token
 * @param capacity units of the whole limit
 * @param period nanoseconds in which they come back
 */
record Scale(RateLimit rate, long unit, long capacity, long period) {
    private static final long GREATEST = 1L << 60;

    static Scale of(RateLimit rate) {
        var period = rate.period().duration().toNanos();
        var unit = Math.ceilDiv(period, rate.limit());
        return new Scale(rate, unit, unit * rate.limit(), period);
    }

    /** The time in units, rounded down: what has surely come back. */
    long floorTime(long nanos) {
        var rest = nanos % period;
        return nanos / period * capacity + rest + floor(rest, capacity - period, period);
    }

    /** The time in units, rounded up. */
    long ceilTime(long nanos) {
        var rest = nanos % period;
        return nanos / period * capacity + rest + ceil(rest, capacity - period, period);
    }

    /** The first nanosecond in which so many units have surely come back since the start. */
    long nanosAt(long units) {
        var rest = units % capacity;
        return units / capacity * period + rest - floor(rest, capacity - period, capacity);
    }

    /** The limit while only this share of it is there; at least 1. */
    long limit(double share) {
        return share == 1 ? rate.limit() : Math.max(1, (long) Math.floor(rate.limit() * share));
    }

    /** What an amount costs in units, rounded up, while the limit is this. */
    long units(long amount, long limit) {
        var some = Math.min(amount, GREATEST / capacity * limit);
        return limit == rate.limit() ? some * unit : ceil(some, capacity, limit);
    }

    /** How many whole ones these units are while the limit is this. */
    long amount(long units, long limit) {
        return limit == rate.limit() ? units / unit : floor(units, limit, capacity);
    }

    private static long ceil(long a, long b, long divisor) {
        return fits(a, b)
                ? Math.ceilDiv(a * b, divisor)
                : big(a, b)
                        .add(BigInteger.valueOf(divisor - 1))
                        .divide(BigInteger.valueOf(divisor))
                        .longValueExact();
    }

    private static long floor(long a, long b, long divisor) {
        return fits(a, b)
                ? a * b / divisor
                : big(a, b).divide(BigInteger.valueOf(divisor)).longValueExact();
    }

    private static boolean fits(long a, long b) {
        return Math.multiplyHigh(a, b) == 0 && a * b >= 0;
    }

    private static BigInteger big(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }
}

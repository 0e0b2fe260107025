package llmsim.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import llmsim.api.problem.Period;
import llmsim.api.problem.Quantity;
import llmsim.engine.configuration.RateLimit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Arithmetic without a lost nanosecond, compared with numbers of any size. */
class ScalePropertyTest {
    private static final long YEAR = 365L * 24 * 3_600 * 1_000_000_000;

    @Property(tries = 2_000)
    void timeIsExact(
            @ForAll @LongRange(min = 1, max = RateLimit.MOST) long limit,
            @ForAll Period period,
            @ForAll @LongRange(min = 0, max = YEAR) long nanos) {
        var scale = scale(limit, period);
        var exact = big(nanos).multiply(big(scale.capacity())).divideAndRemainder(big(scale.period()));

        assertThat(scale.floorTime(nanos)).isEqualTo(exact[0].longValueExact());
        assertThat(scale.ceilTime(nanos) - scale.floorTime(nanos)).isEqualTo(exact[1].signum());
    }

    @Property(tries = 2_000)
    void aMomentIsTheFirstThatHasSoMuch(
            @ForAll @LongRange(min = 1, max = RateLimit.MOST) long limit,
            @ForAll Period period,
            @ForAll @LongRange(min = 1, max = YEAR) long units) {
        var scale = scale(limit, period);
        var nanos = scale.nanosAt(units);

        assertThat(scale.floorTime(nanos)).isGreaterThanOrEqualTo(units);
        assertThat(scale.floorTime(nanos - 1)).isLessThan(units);
    }

    @Property(tries = 2_000)
    void nothingCostsLessThanItIs(
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long limit,
            @ForAll Period period,
            @ForAll @DoubleRange(min = 0, max = 3) double share,
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long amount) {
        var scale = scale(limit, period);
        var there = scale.limit(share);
        var some = Math.min(amount, there);
        var units = scale.units(some, there);

        assertThat(there).isGreaterThanOrEqualTo(1).isLessThanOrEqualTo(Math.max(1, (long) (limit * share)));
        assertThat(big(units).multiply(big(there)))
                .isGreaterThanOrEqualTo(big(some).multiply(big(scale.capacity())));
        assertThat(units).isLessThanOrEqualTo(scale.capacity());
        assertThat(scale.amount(units, there)).isEqualTo(some);
    }

    @Test
    void aLimitThatDividesItsPeriodCountsNanoseconds() {
        assertThat(scale(30_000, Period.MINUTE))
                .extracting(Scale::unit, Scale::capacity)
                .containsExactly(2_000_000L, 60_000_000_000L);
        assertThat(scale(10_000, Period.DAY).floorTime(123)).isEqualTo(123);
    }

    @Test
    void anAmountBeyondAllMeasureIsStillANumber() {
        var scale = scale(7, Period.DAY);

        assertThat(scale.units(Long.MAX_VALUE, 7)).isGreaterThan(1_000 * scale.capacity());
        assertThat(scale.units(Long.MAX_VALUE, 3)).isGreaterThan(1_000 * scale.capacity());
    }

    private static Scale scale(long limit, Period period) {
        return Scale.of(new RateLimit(Quantity.TOKENS, period, limit));
    }

    private static BigInteger big(long number) {
        return BigInteger.valueOf(number);
    }
}

package llmsim.engine.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * What a number must be.
 *
 * @param step every number is a multiple of it; 1 for integers
 */
record NumberRules(Optional<Bound> lower, Optional<Bound> upper, Optional<BigDecimal> step) {
    static final NumberRules NONE = new NumberRules(Optional.empty(), Optional.empty(), Optional.empty());

    /** A number of more digits than a schema may speak of is refused: the remainder of 1e999999999 takes for ever. */
    boolean allow(BigDecimal number) {
        return digits(number) <= 2 * Limits.DIGITS
                && lower.map(bound -> bound.isBelow(number)).orElse(true)
                && upper.map(bound -> bound.isAbove(number)).orElse(true)
                && step.map(multiple -> number.remainder(multiple).signum() == 0)
                        .orElse(true);
    }

    private static long digits(BigDecimal number) {
        return Math.max(Math.abs((long) number.scale()), Math.abs((long) number.precision() - number.scale()));
    }

    NumberRules withoutStep() {
        return new NumberRules(lower, upper, Optional.empty());
    }

    NumberRules and(NumberRules other) {
        return new NumberRules(
                joined(lower, other.lower, Bound::higher),
                joined(upper, other.upper, Bound::lower),
                joined(step, other.step, NumberRules::commonMultiple));
    }

    private static <T> Optional<T> joined(Optional<T> one, Optional<T> other, BinaryOperator<T> join) {
        return one.isPresent() && other.isPresent()
                ? Optional.of(join.apply(one.get(), other.get()))
                : one.or(() -> other);
    }

    static BigDecimal commonMultiple(BigDecimal one, BigDecimal other) {
        var scale = Math.max(Math.max(one.scale(), other.scale()), 0);
        var first = one.setScale(scale).unscaledValue();
        var second = other.setScale(scale).unscaledValue();
        BigInteger multiple = first.divide(first.gcd(second)).multiply(second);
        return new BigDecimal(multiple, scale);
    }
}

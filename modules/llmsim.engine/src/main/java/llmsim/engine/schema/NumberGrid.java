package llmsim.engine.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Numbers at the same distance from each other.
 *
 * @param first the factor of the step that gives the least of them
 * @param last the factor that gives the greatest
 */
record NumberGrid(BigDecimal step, BigInteger first, BigInteger last) {
    private static final BigDecimal CENTS = new BigDecimal("0.01");
    private static final BigInteger MANY = BigInteger.valueOf(1_000_000);

    /** The numbers that the rules allow, or enough of them; empty if there are none. */
    static Optional<NumberGrid> of(NumberRules rules) {
        if (rules.step().isPresent()) {
            return of(rules, rules.step().get());
        }
        var whole = of(rules, BigDecimal.ONE).filter(NumberGrid::hasSeveral);
        return whole.or(() -> of(rules, CENTS).filter(NumberGrid::hasSeveral)).or(() -> narrow(rules));
    }

    /** Allowed multiples of a step; a million of them where only one end is given. */
    static Optional<NumberGrid> of(NumberRules rules, BigDecimal step) {
        var lower = rules.lower().map(bound -> factor(bound, step, RoundingMode.CEILING, 1));
        var upper = rules.upper().map(bound -> factor(bound, step, RoundingMode.FLOOR, -1));
        var first = lower.orElseGet(() -> upper.map(MANY.negate()::add).orElse(BigInteger.ONE));
        var last = upper.orElseGet(() -> lower.orElse(BigInteger.ZERO).add(MANY));
        return first.compareTo(last) > 0 ? Optional.empty() : Optional.of(new NumberGrid(step, first, last));
    }

    private static BigInteger factor(Bound bound, BigDecimal step, RoundingMode rounding, int inwards) {
        var factor = bound.value().divide(step, 0, rounding).toBigInteger();
        var isEnd = new BigDecimal(factor).multiply(step).compareTo(bound.value()) == 0;
        return bound.excluded() && isEnd ? factor.add(BigInteger.valueOf(inwards)) : factor;
    }

    /** Between two ends that are close to each other. */
    private static Optional<NumberGrid> narrow(NumberRules rules) {
        if (rules.lower().isEmpty() || rules.upper().isEmpty()) {
            return Optional.empty();
        }
        var lower = rules.lower().get();
        var upper = rules.upper().get();
        var width = upper.value().subtract(lower.value());
        if (width.signum() < 0 || (width.signum() == 0 && (lower.excluded() || upper.excluded()))) {
            return Optional.empty();
        }
        // A single number may need all of its digits, a narrow range some more than its width shows.
        var digits = width.signum() == 0 ? lower.value().scale() : width.scale() - width.precision() + 3;
        return of(rules, BigDecimal.ONE.movePointLeft(Math.max(0, digits)));
    }

    private boolean hasSeveral() {
        return last.subtract(first).compareTo(BigInteger.TEN) >= 0;
    }

    BigDecimal draw(RandomGenerator random) {
        var count = last.subtract(first).add(BigInteger.ONE);
        // So many numbers that a long cannot tell them apart are not told apart here either.
        var offset = count.bitLength() < 63 ? random.nextLong(count.longValue()) : random.nextLong(Long.MAX_VALUE);
        return new BigDecimal(first.add(BigInteger.valueOf(offset))).multiply(step);
    }
}

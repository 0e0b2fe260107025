package llmsim.engine.schema;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Draws numbers: from the prompt, else by what the name is about, else small ones. Not thread-safe. */
final class NumberDrawing {
    private static final NumberRules SMALL = new NumberRules(
            Optional.of(new Bound(BigDecimal.ONE, false)),
            Optional.of(new Bound(BigDecimal.valueOf(100), false)),
            Optional.empty());

    private final RandomGenerator random;
    private final Borrowing borrowing;

    NumberDrawing(RandomGenerator random, Borrowing borrowing) {
        this.random = random;
        this.borrowing = borrowing;
    }

    /** @param wild whether any number will do, because likely ones failed */
    JsonNode draw(NumberRules rules, Subject subject, boolean wild) {
        return node(wild ? any(rules) : likely(rules, subject));
    }

    private BigDecimal any(NumberRules rules) {
        return NumberGrid.of(rules)
                .map(grid -> grid.draw(random))
                .filter(rules::allow)
                .orElseThrow(Failed::new);
    }

    private BigDecimal likely(NumberRules rules, Subject subject) {
        var idea = Ideas.number(subject).map(Idea.Amount::rules);
        return borrowing
                .number(subject.name(), idea.isEmpty(), rules::allow)
                .or(() -> grid(rules, idea).map(grid -> grid.draw(random)))
                .filter(rules::allow)
                .orElseThrow(Failed::new);
    }

    /** Numbers that are likely, else small, else any that the rules allow. */
    private static Optional<NumberGrid> grid(NumberRules rules, Optional<NumberRules> idea) {
        var likely = idea.map(numbers -> rules.step().isPresent() ? numbers.withoutStep() : numbers);
        return Stream.concat(likely.stream(), Stream.of(SMALL, near(rules), NumberRules.NONE))
                .map(wish -> NumberGrid.of(rules.and(wish)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Within 100 of the one end that is given. */
    private static NumberRules near(NumberRules rules) {
        var distance = BigDecimal.valueOf(100);
        var upper = rules.lower().map(bound -> new Bound(bound.value().add(distance), false));
        var lower = rules.upper().map(bound -> new Bound(bound.value().subtract(distance), false));
        return lower.isPresent() && upper.isPresent()
                ? NumberRules.NONE
                : new NumberRules(lower, upper, Optional.empty());
    }

    private static JsonNode node(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        if (plain.scale() > 0) {
            return Drawing.JSON.numberNode(plain);
        }
        var whole = plain.toBigInteger();
        if (whole.bitLength() < Integer.SIZE) {
            return Drawing.JSON.numberNode(whole.intValue());
        }
        return whole.bitLength() < Long.SIZE
                ? Drawing.JSON.numberNode(whole.longValue())
                : Drawing.JSON.numberNode(whole);
    }
}

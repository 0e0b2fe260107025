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

    JsonNode draw(NumberRules rules, Subject subject) {
        var idea = Ideas.number(subject).map(Idea.Amount::rules);
        var number = borrowing
                .number(subject.name(), idea.isEmpty(), rules::allow)
                .or(() -> grid(rules, idea).map(grid -> grid.draw(random)))
                .filter(rules::allow)
                .orElseThrow(Failed::new);
        return node(number);
    }

    /** Numbers that are likely, else small, else any that the rules allow. */
    private static Optional<NumberGrid> grid(NumberRules rules, Optional<NumberRules> idea) {
        var likely = idea.map(numbers -> rules.step().isPresent() ? numbers.withoutStep() : numbers);
        return Stream.concat(likely.stream(), Stream.of(SMALL, NumberRules.NONE))
                .map(wish -> NumberGrid.of(rules.and(wish)))
                .flatMap(Optional::stream)
                .findFirst();
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

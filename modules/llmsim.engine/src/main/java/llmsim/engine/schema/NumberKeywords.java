package llmsim.engine.schema;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BinaryOperator;
import tools.jackson.databind.JsonNode;

/** Reads what a schema says of numbers; exclusive bounds in draft 4's form too, as a flag beside the bound. */
record NumberKeywords(Keywords keywords) {
    NumberRules read(boolean whole) {
        var steps = keywords.number("multipleOf");
        steps.ifPresent(step -> keywords.require(step.signum() > 0, "multipleOf", "must be above 0"));
        var given = new NumberRules(
                bound("minimum", "exclusiveMinimum", Bound::higher),
                bound("maximum", "exclusiveMaximum", Bound::lower),
                steps);
        return whole ? given.and(integers()) : given;
    }

    private static NumberRules integers() {
        return new NumberRules(Optional.empty(), Optional.empty(), Optional.of(BigDecimal.ONE));
    }

    private Optional<Bound> bound(String name, String exclusive, BinaryOperator<Bound> narrower) {
        var isFlag = keywords.any(exclusive).filter(JsonNode::isBoolean).isPresent();
        var excluded = isFlag && keywords.flag(exclusive);
        var plain = keywords.number(name).map(value -> new Bound(value, excluded));
        var own = isFlag ? Optional.<Bound>empty() : keywords.number(exclusive).map(value -> new Bound(value, true));
        return plain.isPresent() && own.isPresent()
                ? Optional.of(narrower.apply(plain.get(), own.get()))
                : plain.or(() -> own);
    }
}

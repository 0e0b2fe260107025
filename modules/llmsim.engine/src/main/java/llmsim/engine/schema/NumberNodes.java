package llmsim.engine.schema;

/** Plans numbers. */
final class NumberNodes {
    private NumberNodes() {}

    static Node node(NumberRules rules) {
        if (NumberGrid.of(rules).isPresent()) {
            return new Node.Num(rules);
        }
        var bounded = rules.lower().isPresent() && rules.upper().isPresent();
        var reversed = bounded
                && rules.lower().get().value().compareTo(rules.upper().get().value()) > 0;
        return new Node.Empty(reversed ? "'minimum' is greater than 'maximum'" : "no number is between its bounds");
    }
}

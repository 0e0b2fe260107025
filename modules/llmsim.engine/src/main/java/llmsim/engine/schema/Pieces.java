package llmsim.engine.schema;

import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes strings for patterns and formats. */
final class Pieces {
    private Pieces() {}

    /** A string that meets all rules; empty if this try failed. Tries take turns between formats and patterns. */
    static Optional<String> made(TextRules rules, RandomGenerator random, int attempt) {
        var makers = rules.formats().size() + rules.patterns().size();
        var index = attempt % makers;
        var turn = attempt / makers;
        var text = index < rules.formats().size()
                ? rules.formats().get(index).make(random, rules, turn)
                : rules.patterns().get(index - rules.formats().size()).make(random, rules.least(), rules.most(), turn);
        return text.filter(rules::allow);
    }
}

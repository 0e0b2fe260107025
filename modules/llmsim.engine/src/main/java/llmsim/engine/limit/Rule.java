package llmsim.engine.limit;

import java.util.List;
import llmsim.engine.configuration.RateLimit;
import llmsim.engine.match.Glob;

/** Limits of the models that fit one of some patterns, all of them together. */
record Rule(List<Glob> patterns, List<RateLimit> limits) {
    /** No pattern fits. */
    private static final int NONE = -1;

    Rule {
        patterns = List.copyOf(patterns);
        limits = List.copyOf(limits);
    }

    String name() {
        return patterns.getFirst().written();
    }

    /** How many characters of the model's name are given by the pattern that fits it best; negative if none does. */
    int specificity(String model) {
        return patterns.stream()
                .filter(pattern -> pattern.matches(model))
                .mapToInt(Glob::specificity)
                .max()
                .orElse(NONE);
    }

    /** The number of the rule that fits best, the first of equals; -1 if none fits. */
    static int best(List<Rule> rules, String model) {
        var best = NONE;
        var greatest = NONE;
        for (var i = 0; i < rules.size(); i++) {
            var specificity = rules.get(i).specificity(model);
            if (specificity > greatest) {
                greatest = specificity;
                best = i;
            }
        }
        return best;
    }
}

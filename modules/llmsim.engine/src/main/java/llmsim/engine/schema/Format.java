package llmsim.engine.schema;

import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import llmsim.engine.schema.regex.Regex;

/**
 * A format of strings.
 *
 * @param names in schemas
 * @param likely texts that are made
 * @param right all texts that may be right
 * @param parser throws {@link DateTimeException} for those that are not
 */
record Format(List<String> names, Regex likely, Regex right, Consumer<String> parser) {
    static Format of(String names, String likely, String right) {
        return of(names, likely, right, _ -> {});
    }

    static Format of(String names, String likely, String right, Consumer<String> parser) {
        return new Format(Words.separated(names), Regex.read(likely), Regex.read(right), parser);
    }

    /** Its first name. */
    String name() {
        return names.getFirst();
    }

    /** To be checked. */
    Optional<String> make(RandomGenerator random, TextRules rules, int attempt) {
        return likely.make(random, rules.least(), rules.most(), attempt);
    }

    boolean accepts(String text) {
        if (!right.matches(text)) {
            return false;
        }
        try {
            parser.accept(text);
            return true;
        } catch (DateTimeException wrong) {
            return false;
        }
    }
}

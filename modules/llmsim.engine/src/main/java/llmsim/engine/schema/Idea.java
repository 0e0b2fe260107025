package llmsim.engine.schema;

import java.util.List;
import java.util.Set;

/** A row of the table of likely values. */
sealed interface Idea {
    /** Words of names or descriptions that it is for. */
    Set<String> words();

    /** Strings, and what to borrow from the prompt before them. */
    record Text(Set<String> words, Loan loan, List<String> values) implements Idea {}

    /** Numbers. The step counts only where the schema has none. */
    record Amount(Set<String> words, NumberRules rules) implements Idea {}
}

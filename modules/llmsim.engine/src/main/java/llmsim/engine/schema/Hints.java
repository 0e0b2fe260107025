package llmsim.engine.schema;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * What values may borrow from: the words of a prompt, as they stand there. Immutable.
 *
 * @param words in the order of the prompt, without punctuation around them
 */
public record Hints(List<String> words) {
    /** Nothing to borrow from. */
    public static final Hints NONE = new Hints(List.of());

    public Hints {
        words = List.copyOf(words);
    }

    /** The hints of a prompt. */
    public static Hints of(String text) {
        var words = Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))
                .filter(Predicate.not(String::isEmpty))
                .limit(200)
                .toList();
        return new Hints(words);
    }
}

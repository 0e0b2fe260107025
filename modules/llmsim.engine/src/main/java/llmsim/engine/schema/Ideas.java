package llmsim.engine.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Likely values by the words of a property's name, else of its description: the first row that has one of them. */
final class Ideas {
    private static final Table<Idea.Text> TEXTS = Table.of(Idea.Text.class);
    private static final Table<Idea.Amount> NUMBERS = Table.of(Idea.Amount.class);

    private Ideas() {}

    static Optional<Idea.Text> text(Subject subject) {
        return TEXTS.find(subject);
    }

    static Optional<Idea.Amount> number(Subject subject) {
        return NUMBERS.find(subject);
    }

    /** The rows of one kind with their order, by each of their words. */
    private record Table<T extends Idea>(List<T> rows, Map<String, Integer> byWord) {
        static <T extends Idea> Table<T> of(Class<T> kind) {
            var rows = IdeaFile.ROWS.stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .toList();
            var byWord = new HashMap<String, Integer>();
            for (var row = 0; row < rows.size(); row++) {
                for (var word : rows.get(row).words()) {
                    byWord.putIfAbsent(word, row);
                }
            }
            return new Table<>(rows, byWord);
        }

        Optional<T> find(Subject subject) {
            return find(subject.name()).or(() -> find(subject.about()));
        }

        private Optional<T> find(List<String> words) {
            var first = Integer.MAX_VALUE;
            for (var word : words) {
                first = Math.min(first, byWord.getOrDefault(word, Integer.MAX_VALUE));
            }
            return first == Integer.MAX_VALUE ? Optional.empty() : Optional.of(rows.get(first));
        }
    }
}

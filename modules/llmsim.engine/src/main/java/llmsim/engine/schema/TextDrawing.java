package llmsim.engine.schema;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Draws strings: from the prompt, else by what the name is about, else any. Not thread-safe. */
final class TextDrawing {
    private static final int TRIES = 24;
    private static final List<String> WORDS = List.of(
            "alpha", "amber", "apple", "basic", "bright", "cedar", "clear", "coral", "delta", "early", "fresh", "green",
            "harbor", "indigo", "jade", "lemon", "maple", "north", "ocean", "olive", "paper", "quiet", "river",
            "silver", "simple", "stone", "summer", "timber", "violet", "winter");

    private final RandomGenerator random;
    private final Borrowing borrowing;

    TextDrawing(RandomGenerator random, Borrowing borrowing) {
        this.random = random;
        this.borrowing = borrowing;
    }

    /** @param wild whether any string will do, because likely ones failed */
    String draw(Node.Text text, Subject subject, boolean wild) {
        var rules = text.rules();
        return (wild ? Optional.<String>empty() : likely(rules, subject))
                .or(() -> rules.arePlain() ? Optional.of(words(rules)) : made(rules))
                .orElse(text.witness());
    }

    /** A property's own name says more than its format. */
    private Optional<String> likely(TextRules rules, Subject subject) {
        return likely(rules, Ideas.text(subject))
                .or(() -> rules.formats().stream()
                        .map(format -> likely(rules, Ideas.text(Subject.property(format.name()))))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private Optional<String> likely(TextRules rules, Optional<Idea.Text> idea) {
        return idea.flatMap(row -> borrowing.text(row.loan(), rules::allow).or(() -> oneOf(row.values(), rules)));
    }

    /** The first that fits, from any of them on. */
    private Optional<String> oneOf(List<String> values, TextRules rules) {
        var start = random.nextInt(values.size());
        return IntStream.range(start, start + values.size())
                .mapToObj(index -> values.get(index % values.size()))
                .filter(rules::allow)
                .findFirst();
    }

    private Optional<String> made(TextRules rules) {
        return IntStream.range(0, TRIES)
                .mapToObj(attempt -> Pieces.made(rules, random, attempt))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private String words(TextRules rules) {
        var text = new StringBuilder(word(random, 0));
        for (var more = 1 + random.nextInt(2); more > 0 || text.length() < rules.least(); more--) {
            text.append(' ').append(word(random, 0));
        }
        text.setLength(Math.min(text.length(), Math.max(rules.least(), Math.min(rules.most(), text.length()))));
        // A text that was cut behind a word ends in a letter nonetheless.
        return text.isEmpty() || text.charAt(text.length() - 1) != ' '
                ? text.toString()
                : text.substring(0, text.length() - 1) + "s";
    }

    /** A plain word; with a number behind it after too many tries with the bare ones. */
    static String word(RandomGenerator random, int attempt) {
        var word = WORDS.get(random.nextInt(WORDS.size()));
        return attempt < 5 ? word : word + "_" + random.nextInt(100 * attempt);
    }
}

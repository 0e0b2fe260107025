package llmsim.engine.schema;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Lends the hints to one value, each of them once. Not thread-safe. */
final class Borrowing {
    private final Hints hints;
    private final Map<Loan, List<String>> loans;
    private final Set<String> lent = new HashSet<>();

    Borrowing(Hints hints) {
        this.hints = hints;
        loans = hints.loans();
    }

    /** A piece of the prompt that fits and was not lent before. */
    Optional<String> text(Loan loan, Predicate<String> fits) {
        return loans.getOrDefault(loan, List.of()).stream()
                .filter(piece -> !lent.contains(piece) && fits.test(piece))
                .findFirst()
                .filter(lent::add);
    }

    /** What was lent so far. */
    Set<String> lent() {
        return Set.copyOf(lent);
    }

    /** Takes back what was lent to a value that is given up. */
    void restore(Set<String> before) {
        lent.retainAll(before);
    }

    /** A number beside one of the words, else with {@code any} one that nothing else was borrowed from. */
    Optional<BigDecimal> number(List<String> words, boolean any, Predicate<BigDecimal> fits) {
        var named = hints.quantities().stream()
                .filter(quantity -> words.contains(quantity.before()) || words.contains(quantity.behind()))
                .map(quantity -> new BigDecimal(quantity.number()))
                .filter(fits)
                .findFirst();
        return named.isPresent() || !any ? named : unnamed(fits);
    }

    private Optional<BigDecimal> unnamed(Predicate<BigDecimal> fits) {
        return hints.quantities().stream()
                .map(Hints.Quantity::number)
                .filter(number -> !lent.contains(number) && fits.test(new BigDecimal(number)))
                .findFirst()
                .filter(lent::add)
                .map(BigDecimal::new);
    }

    /** One that the prompt names. */
    Optional<JsonNode> mentioned(List<JsonNode> values) {
        var text = hints.text().toLowerCase(Locale.ROOT);
        return text.isEmpty() || values.size() < 2
                ? Optional.empty()
                : values.stream()
                        .filter(value ->
                                value.isString() && isIn(text, value.asString().toLowerCase(Locale.ROOT)))
                        .findFirst();
    }

    private static boolean isIn(String text, String word) {
        if (word.length() < 2) {
            return false;
        }
        for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            if (!isLetter(text, at - 1) && !isLetter(text, at + word.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    /** Whether the prompt has something for a subject, so that it goes before a schema's examples. */
    boolean knows(Subject subject) {
        return Ideas.text(subject).filter(this::hasFor).isPresent()
                || number(subject.name(), false, _ -> true).isPresent();
    }

    private boolean hasFor(Idea.Text idea) {
        return idea.loan() != Loan.TEXT
                && loans.getOrDefault(idea.loan(), List.of()).stream().anyMatch(piece -> !lent.contains(piece));
    }
}

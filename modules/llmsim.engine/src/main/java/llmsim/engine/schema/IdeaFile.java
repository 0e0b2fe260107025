package llmsim.engine.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads {@code ideas.txt}. Columns with {@code |} between them: words; then for strings what to borrow from a prompt and
 * values with {@code ;} between them, for numbers {@code number} and the least, the greatest and their step.
 */
final class IdeaFile {
    private static final Pattern COLUMNS = Pattern.compile("\\|");
    private static final Pattern SEMICOLONS = Pattern.compile(";");

    /** In the order of the file. */
    static final List<Idea> ROWS = read();

    private IdeaFile() {}

    private static List<Idea> read() {
        try (var file = IdeaFile.class.getResourceAsStream("ideas.txt")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(IdeaFile::row)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Idea row(String line) {
        var columns = List.of(COLUMNS.split(line));
        var words = Set.copyOf(Words.separated(columns.getFirst()));
        return columns.get(1).strip().equals("number")
                ? new Idea.Amount(words, numbers(Words.separated(columns.get(2))))
                : new Idea.Text(
                        words, Loan.valueOf(columns.get(1).strip().toUpperCase(Locale.ROOT)), list(columns.get(2)));
    }

    private static List<String> list(String values) {
        return SEMICOLONS.splitAsStream(values).map(String::strip).toList();
    }

    private static NumberRules numbers(List<String> ends) {
        return new NumberRules(
                Optional.of(new Bound(new BigDecimal(ends.get(0)), false)),
                Optional.of(new Bound(new BigDecimal(ends.get(1)), false)),
                Optional.of(new BigDecimal(ends.get(2))));
    }
}

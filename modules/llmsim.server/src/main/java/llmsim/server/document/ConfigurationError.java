package llmsim.server.document;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * One thing that is wrong with what the user wrote.
 *
 * @param message what was wrong and what would be right, without the place
 */
public record ConfigurationError(Origin origin, String message) {
    private static final Comparator<ConfigurationError> BY_PLACE = Comparator.comparing(
                    (ConfigurationError error) -> file(error.origin()))
            .thenComparingInt(error -> line(error.origin()))
            .thenComparingInt(error -> column(error.origin()));

    /** By file and place, those without a file last; of two at one place in a file the second follows from the first. */
    public static List<ConfigurationError> inOrder(List<ConfigurationError> errors) {
        var first = new LinkedHashMap<Object, ConfigurationError>();
        errors.stream().sorted(BY_PLACE).forEach(error -> first.putIfAbsent(identity(error), error));
        return List.copyOf(first.values());
    }

    /** Place and message, on one line. */
    public String text() {
        return origin.text() + ": " + message;
    }

    private static Object identity(ConfigurationError error) {
        return error.origin() instanceof Origin.File ? error.origin() : error;
    }

    private static String file(Origin origin) {
        return switch (origin) {
            case Origin.File place -> place.file();
            case Origin.WholeFile whole -> whole.file();
            case Origin.Default _,
                    Origin.Environment _,
                    Origin.Flag _,
                    Origin.Code _,
                    Origin.Changed _,
                    Origin.Place _ -> "\uffff";
        };
    }

    private static int line(Origin origin) {
        return origin instanceof Origin.File file ? file.line() : Integer.MAX_VALUE;
    }

    private static int column(Origin origin) {
        return origin instanceof Origin.File file ? file.column() : Integer.MAX_VALUE;
    }
}

package llmsim.engine.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Cuts names and sentences into words. */
final class Words {
    private static final Pattern BLANKS = Pattern.compile(" +");

    private Words() {}

    /** {@code departure}, {@code city} of {@code departureCity}, {@code departure_city} and {@code Departure-Cities}. */
    static List<String> of(String name) {
        var separated = name.replaceAll("([a-z0-9])([A-Z])", "$1 $2");
        return Arrays.stream(separated.split("[^\\p{L}\\p{N}]+"))
                .filter(Predicate.not(String::isEmpty))
                .map(word -> singular(word.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** What stands between blanks. */
    static List<String> separated(String line) {
        return List.of(BLANKS.split(line.strip()));
    }

    private static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        var plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
        return plural ? word.substring(0, word.length() - 1) : word;
    }
}

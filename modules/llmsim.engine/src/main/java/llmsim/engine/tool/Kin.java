package llmsim.engine.tool;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words that a request means without saying them: a sum means a calculator, and whoever asks for rain means weather. */
final class Kin {
    private static final List<Set<String>> GROUPS = List.of(
            Words.of("weather temperature forecast rain rainy sunny snow umbrella"),
            Words.of("mail email inbox"),
            Words.of("time clock hour"),
            Words.of("price cost"),
            Words.of("remind reminder alarm"));

    /** They mean this only beside numbers: the difference between two books is none. */
    private static final List<Set<String>> ARITHMETIC = List.of(
            Words.of("add plus sum addition"),
            Words.of("subtract minus difference"),
            Words.of("multiply multiplication multiplied"),
            Words.of("divide division divided"));

    /** Not those that belong to a name, such as Java 25. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<!\\S \\p{Lu}\\p{L}{0,20} )(?<![\\w.,:/-])-?\\d[\\d.,]*(?![\\w:/-])");

    private static final Pattern SUM =
            Pattern.compile("\\d\\s*([+*×÷^])\\s*\\d|\\d\\s+([-–/x]|plus|minus|times|multiplied by|divided by)\\s+\\d");
    private static final Set<String> ANY_SUM = Words.of("calculator math arithmetic expression");
    private static final Map<String, String> OPERATIONS = Map.ofEntries(
            Map.entry("+", "add plus sum"),
            Map.entry("plus", "add plus sum"),
            Map.entry("-", "subtract minus"),
            Map.entry("–", "subtract minus"),
            Map.entry("minus", "subtract minus"),
            Map.entry("*", "multiply"),
            Map.entry("×", "multiply"),
            Map.entry("x", "multiply"),
            Map.entry("times", "multiply"),
            Map.entry("multiplied by", "multiply"),
            Map.entry("/", "divide"),
            Map.entry("÷", "divide"),
            Map.entry("divided by", "divide"),
            Map.entry("^", "power exponent"));

    private Kin() {}

    /** The words of a request, those that it means included. */
    static Set<String> of(String text) {
        var said = Words.of(text);
        var meant = new LinkedHashSet<>(said);
        groups(text).filter(group -> group.stream().anyMatch(said::contains)).forEach(meant::addAll);
        SUM.matcher(text).results().forEach(sum -> {
            meant.addAll(ANY_SUM);
            meant.addAll(Words.of(OPERATIONS.getOrDefault(operation(sum), "")));
        });
        return meant;
    }

    private static Stream<Set<String>> groups(String text) {
        var reckons = NUMBER.matcher(text).results().limit(2).count() == 2;
        return reckons ? Stream.concat(GROUPS.stream(), ARITHMETIC.stream()) : GROUPS.stream();
    }

    private static String operation(MatchResult sum) {
        return sum.group(1) == null ? sum.group(2) : sum.group(1);
    }
}

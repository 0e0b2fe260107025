package llmsim.engine.tool;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words that say what a text is about, as {@link Stems}; names such as {@code getWeather} are several words. */
final class Words {
    private static final Pattern WORD =
            Pattern.compile("\\p{Lu}+(?![\\p{Ll}\\p{M}])|\\p{Lu}?[\\p{Ll}\\p{M}]+|\\p{Lo}+");

    /** Words of any text, and words by which tools speak of themselves. */
    private static final Set<String> STOP = Set.copyOf(words("""
            a about above again all also am an and any anything are as asked ask at be because been before being below but \
            by can could did do does doing done down each else etc every few for from further get gets getting give given \
            go good had has have having he hello help her here hers hey hi him his how i if in into is it its just know let \
            like may maybe me might more most much must my need no nor not now of off ok okay on once one only or other our \
            out over own please provide same shall she should so some someone something such tell than thank thanks that \
            the their them then there these they thing this those through to too under until up us use used user using very \
            want was way we well were what whatever when where whether which while who whom why will with within without \
            would yes yet you your yours \
            argument arguments boolean call called current data default e fetch format function functions g id info \
            information input integer json kind name names null number object optional output param parameter parameters \
            perform required result results retrieve return returned returns run set string tool tools true false type \
            value values"""));

    /** Words that are in the names of so many tools that they alone decide nothing. */
    private static final Set<String> GENERIC = stems("""
            access add address calculate change check city compute count country create date day delete do edit execute \
            file find generate handle item list load location look lookup make manage message new open page place process \
            query read remove request save send set show start stop submit text update view web word write""");

    private Words() {}

    /** The stems of a text, in order, each once. */
    static Set<String> of(String text) {
        var words = new LinkedHashSet<String>();
        WORD.matcher(text).results().map(MatchResult::group).forEach(word -> {
            if (Character.getType(word.charAt(0)) == Character.OTHER_LETTER) {
                words.addAll(pairs(word));
            } else {
                telling(word.toLowerCase(Locale.ROOT)).ifPresent(words::add);
            }
        });
        return words;
    }

    /** Where no blanks stand between words, any two characters may be one. */
    private static Set<String> pairs(String run) {
        var pairs = new LinkedHashSet<String>();
        for (var i = 0; i + 2 <= run.length(); i++) {
            pairs.add(run.substring(i, i + 2));
        }
        return pairs;
    }

    /** Whether so many tools have this stem in their names that it alone decides nothing. */
    static boolean isGeneric(String stem) {
        return GENERIC.contains(stem);
    }

    private static Optional<String> telling(String word) {
        return word.length() < 2 || STOP.contains(word) ? Optional.empty() : Optional.of(Stems.of(word));
    }

    private static Set<String> stems(String words) {
        return words(words).stream().map(Stems::of).collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }
}

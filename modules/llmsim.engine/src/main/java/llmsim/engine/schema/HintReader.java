package llmsim.engine.schema;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads hints out of a text. Its expressions take no more than a bounded number of steps for each character. */
final class HintReader {
    private static final int READ = 4_000;
    private static final int MOST = 20;
    private static final int SHOWN = 120;

    private static final String CAPITALIZED = "\\p{Lu}[\\p{L}\\p{M}'’-]{1,30}";
    private static final String PHRASE = CAPITALIZED + "(?: " + CAPITALIZED + "){0,3}";
    /** Words before places alone; before others may stand the name of anything. */
    private static final String WHERE = "in|at|to|from|near|around|towards?|visit|via";

    private static final Pattern EMAIL =
            Pattern.compile("\\b[\\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,4}\\b");
    private static final Pattern URL = Pattern.compile("\\bhttps?://[^\\s<>\"'`{}|\\\\^]{1,300}[\\w/#=-]");
    private static final Pattern DATE = Pattern.compile(
            "\\b\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:\\d\\d))?\\b");
    private static final Pattern QUOTE = Pattern.compile("(?<![\\w])[\"“'`]([^\"”'`\\n]{1,120})[\"”'`](?!\\w)");
    private static final Pattern PLACE = Pattern.compile("\\b(?:" + WHERE + "|of|for|between|and) (" + PHRASE + ")");
    private static final Pattern NO_PERSON = Pattern.compile("\\b(?:" + WHERE + ") (" + PHRASE + ")");
    private static final Pattern NAME = Pattern.compile("(?<=[\\p{L}\\p{N},;:] )" + PHRASE);
    private static final Pattern QUANTITY = Pattern.compile(
            "(?:\\b(\\p{L}{1,30})[ :]{1,2})?(?<![\\w.,/:=-])(-?(?:0|[1-9]\\d{0,15})(?:\\.\\d{1,10})?)(?![\\w/:-])(?: (\\p{L}{1,30}))?");

    private static final Pattern AGE =
            Pattern.compile("\\b(?:aged (\\d{1,3})\\b|(\\d{1,3})[ -]years?[ -]old\\b)", Pattern.CASE_INSENSITIVE);

    /** Capitalized, but no names of anything that a value could be. */
    private static final Set<String> NO_NAMES = Set.of(
            ("API APIs CSV HTML HTTP JSON Markdown PDF SQL UTC URL URLs XML YAML I I'm I'd I'll I've OK Please Monday Tuesday "
                            + "Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
                            + "September October November December")
                    .split(" "));

    private final String text;

    HintReader(String text) {
        this.text = text.substring(0, Math.min(text.length(), READ)).replaceAll("\\s", " ");
    }

    Hints read() {
        var places = named(PLACE, 1).toList();
        var elsewhere = found(NO_PERSON, 1);
        var names = named(NAME, 0).filter(name -> !elsewhere.contains(name)).toList();
        return new Hints(
                found(EMAIL, 0), found(URL, 0), found(DATE, 0), found(QUOTE, 1), places, names, quantities(), shown());
    }

    private List<String> found(Pattern pattern, int group) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(group))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private Stream<String> named(Pattern pattern, int group) {
        return found(pattern, group).stream()
                .filter(phrase -> Stream.of(phrase.split(" ")).noneMatch(NO_NAMES::contains));
    }

    private List<Hints.Quantity> quantities() {
        var ages = AGE.matcher(text)
                .results()
                .map(match -> new Hints.Quantity(match.group(match.group(1) == null ? 2 : 1), "age", ""));
        var others = QUANTITY.matcher(text)
                .results()
                .map(match -> new Hints.Quantity(match.group(2), word(match, 1), word(match, 3)));
        return Stream.concat(ages, others).limit(MOST).toList();
    }

    private static String word(MatchResult match, int group) {
        var word = match.group(group);
        return word == null ? "" : String.join(" ", Words.of(word));
    }

    /** Cut between words. */
    private String shown() {
        var line = text.strip().replaceAll(" {2,}", " ");
        if (line.length() <= SHOWN) {
            return line;
        }
        var blank = line.lastIndexOf(' ', SHOWN);
        var end = blank > 0 ? blank : SHOWN;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end);
    }
}

package llmsim.engine.tool;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One question about several things, such as the weather in Paris, London and New York. */
final class Several {
    private static final String NAME = "\\p{Lu}[\\p{L}\\p{M}.'-]{1,40}(?: \\p{Lu}[\\p{L}\\p{M}.'-]{1,40}){0,2}";
    private static final Pattern LIST =
            Pattern.compile("(" + NAME + "(?:, ?" + NAME + "){0,2}),? (?:and|or|&|und|et|y|e) (" + NAME + ")");

    private Several() {}

    /** The question about each of them; the text alone if there is only one. */
    static List<String> in(String text) {
        var list = LIST.matcher(text);
        return list.find() ? each(text, list) : List.of(text);
    }

    private static List<String> each(String text, Matcher list) {
        var names = Stream.concat(Stream.of(list.group(1).split(", ?")), Stream.of(list.group(2)));
        return names.distinct()
                .map(name -> text.substring(0, list.start()) + name + text.substring(list.end()))
                .toList();
    }
}

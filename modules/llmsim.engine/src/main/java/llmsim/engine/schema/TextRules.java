package llmsim.engine.schema;

import java.util.List;
import java.util.stream.Stream;
import llmsim.engine.schema.regex.Regex;

/**
 * What a string must be.
 *
 * @param least fewest characters (code points)
 * @param most most characters
 */
record TextRules(int least, int most, List<Regex> patterns, List<Format> formats) {
    static final TextRules NONE = new TextRules(0, Integer.MAX_VALUE, List.of(), List.of());

    boolean allow(String text) {
        return allowLength(text)
                && patterns.stream().allMatch(pattern -> pattern.matches(text))
                && formats.stream().allMatch(format -> format.accepts(text));
    }

    /** What a list of members says goes before their format. */
    TextRules withoutFormats() {
        return new TextRules(least, most, patterns, List.of());
    }

    boolean allowLength(String text) {
        var points = text.codePointCount(0, text.length());
        return least <= points && points <= most;
    }

    boolean arePlain() {
        return patterns.isEmpty() && formats.isEmpty();
    }

    TextRules and(TextRules other) {
        return new TextRules(
                Math.max(least, other.least),
                Math.min(most, other.most),
                Stream.concat(patterns.stream(), other.patterns.stream())
                        .distinct()
                        .toList(),
                Stream.concat(formats.stream(), other.formats.stream())
                        .distinct()
                        .toList());
    }
}

package llmsim.engine.schema.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import llmsim.engine.schema.regex.CharacterSet.Range;

/** The sets that have names: {@code \d}, {@code \w}, {@code \s}, {@code .} and Unicode's general categories. */
final class CharacterClasses {
    static final CharacterSet LETTER = CharacterSet.between('a', 'z');
    static final CharacterSet PRINTABLE = CharacterSet.between(' ', '~');
    /** A set of so many characters is not meant to the letter. */
    static final int WIDE = 70;

    static final CharacterSet DIGIT = CharacterSet.between('0', '9');
    static final CharacterSet WORD = CharacterSet.of(
            List.of(new Range('a', 'z'), new Range('A', 'Z'), new Range('0', '9'), new Range('_', '_')));
    static final CharacterSet SPACE = CharacterSet.of(List.of(
            new Range('\t', '\r'),
            new Range(' ', ' '),
            new Range(0xA0, 0xA0),
            new Range(0x1680, 0x1680),
            new Range(0x2000, 0x200A),
            new Range(0x2028, 0x2029),
            new Range(0x202F, 0x202F),
            new Range(0x205F, 0x205F),
            new Range(0x3000, 0x3000),
            new Range(0xFEFF, 0xFEFF)));
    static final CharacterSet DOT = CharacterSet.of(
                    List.of(new Range('\n', '\n'), new Range('\r', '\r'), new Range(0x2028, 0x2029)))
            .negated();
    static final CharacterSet ALL = CharacterSet.between(0, Character.MAX_CODE_POINT);

    /** By the number that {@link Character#getType(int)} gives; Java has no 17. */
    private static final List<String> CATEGORIES = List.of(
            "Cn", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Me", "Mc", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "",
            "Co", "Cs", "Pd", "Ps", "Pe", "Pc", "Po", "Sm", "Sc", "Sk", "So", "Pi", "Pf");

    private static final Map<String, String> LONG_NAMES = Map.of(
            "Letter", "L",
            "Lowercase_Letter", "Ll",
            "Uppercase_Letter", "Lu",
            "Mark", "M",
            "Number", "N",
            "Decimal_Number", "Nd",
            "Punctuation", "P",
            "Symbol", "S",
            "Separator", "Z",
            "Alphabetic", "L");

    private CharacterClasses() {}

    /** A category by its short or long name; of the characters above U+FFFF none belongs to it. */
    static CharacterSet category(String name) {
        var wanted = LONG_NAMES.getOrDefault(name, name);
        var matching = CATEGORIES.stream()
                .map(category -> !wanted.isEmpty() && category.startsWith(wanted))
                .toList();
        if (!matching.contains(true)) {
            throw new RegexException("the character class \\p{" + name + "} is not supported");
        }
        var ranges = new ArrayList<Range>();
        for (var point = 0; point <= Character.MAX_VALUE; point++) {
            if (matching.get(Character.getType(point))) {
                ranges.add(new Range(point, point));
            }
        }
        return CharacterSet.of(ranges);
    }
}

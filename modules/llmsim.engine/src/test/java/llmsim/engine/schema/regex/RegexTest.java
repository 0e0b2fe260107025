package llmsim.engine.schema.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "a|b|",
                "^a*$",
                "[a-c]{2,3}",
                "[^a-z]",
                "\\d+\\.\\d{2}",
                "(foo|bar)+",
                "a??b",
                "\\x41\\u0042",
                "[\\w.-]+@[\\w-]+",
                "^(?:a(?:b(?:c)?)?)$",
                "\\p{Lu}\\p{Ll}+",
                "\\P{L}",
                "(?<year>\\d{4})",
                "[\\]\\-^]",
                "\\/path\\/",
                "\\t\\n",
                "a{2}b{0,1}",
                "\\bword\\b",
                "a\\Bb",
                "(?=a)a",
                "(?!b)a",
                "a(?<=a)b",
                "(?<!x)a",
                "x{,3}",
                "a{",
                "[.]",
                "\\S\\s\\W\\D",
                "😀+",
                "\\cA",
                "[\\b]",
                "\\0"
            })
    void textsThatAreMadeMatch(String source) {
        var regex = Regex.read(source);

        var made = IntStream.range(0, 40)
                .mapToObj(attempt -> regex.make(new SplittableRandom(attempt), 0, 100, attempt))
                .flatMap(Optional::stream)
                .filter(regex::matches)
                .toList();

        assertThat(made).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "^a+$,aaa,true",
        "^a+$,aab,false",
        "a.c,xabcx,true",
        "^(a|b){2}$,ab,true",
        "^(a|b){2}$,abb,false",
        "\\bto\\b,go to it,true",
        "\\bto\\b,tomato,false",
        "^(?=.*\\d)[a-z\\d]+$,abc,false",
        "^(?=.*\\d)[a-z\\d]+$,ab1,true",
        "(?<!a)b,ab,false",
        "(?<=a)b,ab,true",
        "^(a+)+$,aaaaaaaaaaaaaaaaaaaaaaaaaaaab,false",
        "^[^\\d]$,5,false",
        "^\\p{Lu}$,É,true",
        "^.$,😀,true",
        "'a{2,3}b',aaab,true"
    })
    void matchingIsAsInEcmaScript(String source, String text, boolean matches) {
        assertThat(Regex.read(source).matches(text)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "(a, ')' is missing",
        "a), a closing bracket has no opening one",
        "[a, it ends too early",
        "*a, '*' repeats nothing",
        "a**, a repetition is repeated",
        "a{3}+, a repetition is repeated",
        "(?i)a, the group (?i is not supported",
        "(?>a), the group (?> is not supported",
        "\\1, \\1 is not supported",
        "\\k<a>, \\k is not supported",
        "[z-a], a range in brackets is upside down",
        "[a-\\d], a range in brackets ends in a class",
        "\\p{Greek}, the character class \\p{Greek} is not supported",
        "\\u00g0, an escape lacks its hexadecimal digits",
        "\\u{zz}, \\u{zz} is no character",
        "a{10000000}, it repeats more than 1000000 times",
        "a{5000}, it asks for more than 2000 characters",
        "'a{3,2}', a repetition is upside down"
    })
    void whatCannotBeUsedSaysWhy(String source, String reason) {
        assertThatExceptionOfType(RegexException.class)
                .isThrownBy(() -> Regex.read(source))
                .withMessage(reason);
    }

    @Test
    void sizeAndDepthAreLimited() {
        assertThatExceptionOfType(RegexException.class).isThrownBy(() -> Regex.read("a".repeat(5_000)));
        assertThatExceptionOfType(RegexException.class).isThrownBy(() -> Regex.read("(".repeat(100) + ")".repeat(100)));
        assertThat(Regex.read("a").matches("a".repeat(5_000))).isFalse();
    }

    @Test
    void lengthsAreHeeded() {
        var regex = Regex.read("^[ab]*(c|dd)$");

        for (var attempt = 0; attempt < 50; attempt++) {
            assertThat(regex.make(new SplittableRandom(attempt), 10, 12, 0))
                    .hasValueSatisfying(
                            text -> assertThat(text).hasSizeBetween(10, 12).matches("[ab]*(c|dd)"));
        }
    }

    /**
     * One expression in two spellings. Java's has its turns written out, for there it forgets to go back to a turn that
     * takes nothing: {@code (?:b|^){2}(?=1)} is not found in {@code b1}.
     */
    private record Source(String ours, String javas) {
        static Source same(String text) {
            return new Source(text, text);
        }

        Source in(String before, String after) {
            return new Source(before + ours + after, before + javas + after);
        }

        Source with(String between, Source other) {
            return new Source(ours + between + other.ours, javas + between + other.javas);
        }

        Source times(String turns) {
            var one = "(?:" + javas + ")";
            var spelled = switch (turns) {
                case "+" -> one + one + "*";
                case "{2}" -> one + one;
                case "{1,3}" -> one + "(?:" + one + one + "?)?";
                case "{2,}" -> one + one + one + "*";
                default -> one + turns;
            };
            return new Source("(?:" + ours + ")" + turns, "(?:" + spelled + ")");
        }
    }

    @Provide
    Arbitrary<Source> sources() {
        return sources(3);
    }

    private static Arbitrary<Source> sources(int depth) {
        var leaves = Arbitraries.of("a", "b", "c", ".", "[ab]", "[^a]", "\\d", "\\w", "1", "^", "$", "\\b", "ab")
                .map(Source::same);
        if (depth == 0) {
            return leaves;
        }
        var inner = sources(depth - 1);
        return Arbitraries.oneOf(
                leaves,
                Combinators.combine(inner, inner).as((one, other) -> one.with("", other)),
                Combinators.combine(inner, inner)
                        .as((one, other) -> one.with("|", other).in("(?:", ")")),
                Combinators.combine(inner, Arbitraries.of("*", "+", "?", "{2}", "{1,3}", "{2,}", "*?"))
                        .as(Source::times),
                inner.map(term -> term.in("(?=", ")")),
                inner.map(term -> term.in("(?!", ")")));
    }

    /** Java means the same by what these expressions use, but for line ends. */
    @Property(tries = 1000)
    void matchesWhatJavaMatches(@ForAll("sources") Source source, @ForAll("texts") String text) {
        assertThat(Regex.read(source.ours()).matches(text))
                .as("%s in %s", source, text)
                .isEqualTo(Pattern.compile(source.javas()).matcher(text).find());
    }

    @Test
    void aTurnMayTakeNothing() {
        assertThat(Regex.read("(?:b|^){2}(?=1)").matches("b1")).isTrue();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("abc1 ").ofMaxLength(8);
    }
}

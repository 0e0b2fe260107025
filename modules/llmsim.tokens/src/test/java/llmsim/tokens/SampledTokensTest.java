package llmsim.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SampledTokensTest {
    private static final BytePairs EXACT = new ExactTokens(new JtokkitBytePairs(Vocabulary.CL100K_BASE.jtokkitType()));
    private static final BytePairs SAMPLED = new SampledTokens(EXACT);

    private static final String PROSE =
            "Whoever counts the tokens of a novel, line by line, learns patience; and 42 other things.\n";
    private static final String CHINESE = "天地玄黃，宇宙洪荒。日月盈昃，辰宿列張。寒來暑往，秋收冬藏。閏餘成歲，律呂調陽。";
    private static final String CODE =
            "    for (var index = 0; index < names.length; index++) {\n        total += names[index].length();\n    }\n";

    @Provide
    static Arbitrary<String> longTexts() {
        return HostileTexts.texts()
                .filter(text -> !text.isEmpty())
                .map(text -> text.repeat(1 + 20_000 / text.length()));
    }

    @Property(tries = 100)
    void splitAndCountAgreeAndNothingIsLost(@ForAll("longTexts") String text, @ForAll @IntRange(max = 63) int cut) {
        var odd = text.substring(cut);
        var split = SAMPLED.split(odd);

        assertThat(split.tokens()).isEqualTo(SAMPLED.count(odd));
        assertThat(IntStream.range(0, split.size()).mapToObj(split::piece).collect(Collectors.joining()))
                .isEqualTo(odd);
        for (var piece = 0; piece + 1 < split.size(); piece++) {
            assertThat(split.tokens(piece)).isPositive();
            assertThat(Character.isSurrogatePair(odd.charAt(split.end(piece) - 1), odd.charAt(split.end(piece))))
                    .isFalse();
        }
    }

    @Test
    void theEstimateIsCloseForTextsThatPeopleWrite() {
        for (var unit : new String[] {PROSE, CHINESE, CODE}) {
            assertClose(unit.repeat(400_000 / unit.length()));
        }
        assertClose(PROSE.repeat(2000) + CHINESE.repeat(4000) + CODE.repeat(2000));
    }

    private static void assertClose(String text) {
        assertThat(SAMPLED.count(text)).isCloseTo(EXACT.count(text), withinPercentage(2));
    }
}

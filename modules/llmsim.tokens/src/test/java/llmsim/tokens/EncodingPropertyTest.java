package llmsim.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import llmsim.api.token.Encoding;
import llmsim.api.token.TokenSplit;
import llmsim.jtokkit.Encodings;
import llmsim.jtokkit.api.EncodingRegistry;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text below the bound, in every vocabulary. */
class EncodingPropertyTest {
    private static final EncodingRegistry JTOKKIT = Encodings.newLazyEncodingRegistry();
    private static final Map<Vocabulary, Encoding> ENCODINGS = encodings();

    private static Map<Vocabulary, Encoding> encodings() {
        var encodings = new EnumMap<Vocabulary, Encoding>(Vocabulary.class);
        for (var vocabulary : Vocabulary.values()) {
            encodings.put(
                    vocabulary,
                    new BoundedEncoding(vocabulary.title(), () -> new JtokkitBytePairs(vocabulary.jtokkitType())));
        }
        return encodings;
    }

    @Provide
    static Arbitrary<String> texts() {
        return HostileTexts.texts();
    }

    @Property
    void joinedPiecesAreTheText(@ForAll Vocabulary vocabulary, @ForAll("texts") String text) {
        var split = ENCODINGS.get(vocabulary).split(text);

        assertThat(joined(split)).isEqualTo(text);
        assertThat(split.text()).isEqualTo(text);
    }

    @Property
    void tokensOfThePiecesAddUpToTheCount(@ForAll Vocabulary vocabulary, @ForAll("texts") String text) {
        var encoding = ENCODINGS.get(vocabulary);
        var split = encoding.split(text);

        assertThat(split.tokens()).isEqualTo(encoding.count(text));
        assertThat(IntStream.range(0, split.size()).map(split::tokens).sum()).isEqualTo(split.tokens());
        assertThat(IntStream.range(0, split.size()).map(split::tokens)).allMatch(tokens -> tokens >= 1);
    }

    @Property
    void countIsJtokkits(@ForAll Vocabulary vocabulary, @ForAll("texts") String text) {
        var jtokkit = JTOKKIT.getEncoding(vocabulary.jtokkitType());

        assertThat(ENCODINGS.get(vocabulary).count(text))
                .isEqualTo(jtokkit.countTokensOrdinary(CodePoints.withoutLoneSurrogates(text)));
    }

    @Property
    void aPieceIsTheShortestRunOfTokensThatEndsAtACodePoint(
            @ForAll Vocabulary vocabulary, @ForAll("texts") String text) {
        var clean = CodePoints.withoutLoneSurrogates(text);
        var jtokkit = JTOKKIT.getEncoding(vocabulary.jtokkitType());
        var tokens = jtokkit.encodeOrdinary(clean).boxed();
        var split = ENCODINGS.get(vocabulary).split(clean);

        for (var piece = 0; piece < split.size(); piece++) {
            var list = new llmsim.jtokkit.api.IntArrayList();
            tokens.subList(split.tokensBefore(piece), split.tokensBefore(piece) + split.tokens(piece))
                    .forEach(list::add);
            assertThat(jtokkit.decode(list)).isEqualTo(split.piece(piece));
        }
    }

    @Property
    void noPieceEndsInsideASurrogatePair(@ForAll Vocabulary vocabulary, @ForAll("texts") String text) {
        var split = ENCODINGS.get(vocabulary).split(text);

        for (var piece = 0; piece + 1 < split.size(); piece++) {
            var end = split.end(piece);
            assertThat(Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end)))
                    .isFalse();
        }
    }

    private static String joined(TokenSplit split) {
        return IntStream.range(0, split.size()).mapToObj(split::piece).collect(Collectors.joining());
    }
}

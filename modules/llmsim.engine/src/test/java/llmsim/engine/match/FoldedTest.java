package llmsim.engine.match;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FoldedTest {
    @Property
    void aPartOfATextFoldsToAPart(@ForAll String before, @ForAll String part, @ForAll String after) {
        var whole = Folded.of(before + part + after);

        assertThat(whole).contains(Folded.of(part)).hasSize(before.length() + part.length() + after.length());
    }

    @Property
    void foldingTwiceIsFoldingOnce(@ForAll String text) {
        assertThat(Folded.of(Folded.of(text))).isEqualTo(Folded.of(text));
    }
}

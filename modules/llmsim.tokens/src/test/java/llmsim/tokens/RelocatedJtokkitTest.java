package llmsim.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import llmsim.jtokkit.Encodings;
import llmsim.jtokkit.api.EncodingType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The relocated tables are found where the relocated classes look for them, on the module path. */
class RelocatedJtokkitTest {
    private static final String TEXT = "Hello, wörld! 你好 👋";

    @ParameterizedTest
    @EnumSource
    void everyEncodingIsLoadedAndRoundTrips(EncodingType type) {
        var encoding = Encodings.newLazyEncodingRegistry().getEncoding(type);

        var tokens = encoding.encodeOrdinary(TEXT);

        assertThat(tokens.size()).isBetween(5, TEXT.length() * 2);
        assertThat(encoding.decode(tokens)).isEqualTo(TEXT);
        assertThat(encoding.getClass().getModule().getName()).isEqualTo("llmsim.jtokkit");
    }
}

package llmsim.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WireBufferTest {
    private static String content(WireBuffer buffer) {
        return StandardCharsets.ISO_8859_1.decode(buffer.toWrite()).toString();
    }

    @Property
    void numbersAreHexadecimal(@ForAll @IntRange(min = 0) int number) {
        assertThat(content(new WireBuffer().hex(number))).isEqualTo(Integer.toHexString(number));
    }

    @Property
    void aFieldIsOneLineWhateverItHolds(@ForAll String text) {
        assertThat(content(new WireBuffer().field(text))).hasSameSizeAs(text).doesNotContain("\r", "\n", "\0");
    }

    @Property(tries = 50)
    void bytesFollowEachOtherAlsoAfterUse(@ForAll byte[] first, @ForAll @IntRange(max = 50_000) int second) {
        var buffer = new WireBuffer();
        for (var i = 0; i < 2; i++) {
            buffer.clear().append(first).lineEnd().append(new byte[second]);
            assertThat(buffer.toWrite().remaining()).isEqualTo(first.length + 2 + second);
            assertThat(content(buffer)).startsWith(new String(first, StandardCharsets.ISO_8859_1) + "\r\n");
        }
    }
}

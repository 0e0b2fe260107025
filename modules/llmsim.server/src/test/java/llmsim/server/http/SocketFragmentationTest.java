package llmsim.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import llmsim.api.exchange.Body;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;

/** Rule HTTP-39: however a text is cut into frames, and these into packets, the same text arrives. */
class SocketFragmentationTest {
    private static final HttpServer SERVER = TestServers.start(new FakeEntrance((incoming, outlet) -> {
        var text = ((Body.Raw) incoming.body()).bytes().toByteArray();
        outlet.write(text, 0, text.length);
    }));

    @AfterContainer
    static void stop() {
        SERVER.close();
    }

    @Property(tries = 100)
    void theSameTextArrives(
            @ForAll @StringLength(max = 300) String text,
            @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 60) Integer> frames,
            @ForAll @IntRange(min = 1, max = 40) int packet)
            throws Exception {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var sent = frames(bytes, frames);
        try (var client = SocketClient.open(SERVER)) {
            for (var at = 0; at < sent.length; at += packet) {
                client.raw().send(Arrays.copyOfRange(sent, at, Math.min(sent.length, at + packet)));
            }
            assertThat(client.next().payload()).isEqualTo(bytes);
        }
    }

    private static byte[] frames(byte[] text, List<Integer> lengths) {
        var all = new ByteArrayOutputStream();
        var at = 0;
        var opcode = 1;
        for (var length : lengths) {
            var end = Math.min(text.length, at + length);
            all.writeBytes(SocketClient.masked(opcode, Arrays.copyOfRange(text, at, end)));
            all.writeBytes(SocketClient.masked(0x8a));
            at = end;
            opcode = 0;
        }
        all.writeBytes(SocketClient.masked(0x80 | opcode, Arrays.copyOfRange(text, at, text.length)));
        return all.toByteArray();
    }
}

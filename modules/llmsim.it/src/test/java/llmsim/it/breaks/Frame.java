package llmsim.it.breaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One frame of a WebSocket, as a server sends it.
 *
 * @param first its first byte: whether it is the last fragment, and what it is
 */
record Frame(int first, String payload) {
    static final int TEXT = 0x81;

    /** The next one. */
    static Frame frame(Wire wire) throws Exception {
        var first = wire.read();
        var said = wire.read();
        var length = said == 126 ? (wire.read() << 8) + wire.read() : said;
        return new Frame(first, new String(wire.read(length), StandardCharsets.ISO_8859_1));
    }

    /** The payloads of text frames up to the terminal event of a response, or so many. */
    static List<String> messages(Wire wire, int most) throws Exception {
        var messages = new ArrayList<String>();
        while (messages.size() < most
                && (messages.isEmpty() || !messages.getLast().contains("\"type\":\"response.completed\""))) {
            var frame = frame(wire);
            assertThat(frame.first).isEqualTo(TEXT);
            messages.add(Faulty.steady(frame.payload));
        }
        return messages;
    }
}

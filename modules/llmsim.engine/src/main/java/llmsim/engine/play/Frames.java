package llmsim.engine.play;

import java.nio.charset.StandardCharsets;
import llmsim.api.render.Framing;

/** What each framing puts around its frames. */
final class Frames {
    private static final byte[] EVENT = ascii("event: ");
    private static final byte[] DATA = ascii("data: ");
    private static final byte[] LINE_END = ascii("\n");
    private static final byte[] EVENT_END = ascii("\n\n");
    private static final byte[] ARRAY_BEGIN = ascii("[");
    private static final byte[] ARRAY_NEXT = ascii(",\r\n");

    private Frames() {}

    static void before(Framing framing, String event, boolean first, FrameBuffer buffer) {
        switch (framing) {
            case SSE -> {
                if (!event.isEmpty()) {
                    buffer.add(EVENT).add(event).add(LINE_END);
                }
                buffer.add(DATA);
            }
            case JSON_ARRAY -> buffer.add(first ? ARRAY_BEGIN : ARRAY_NEXT);
            case WHOLE, LINES, BYTES, MESSAGES -> {}
        }
    }

    static void after(Framing framing, FrameBuffer buffer) {
        switch (framing) {
            case SSE -> buffer.add(EVENT_END);
            case LINES -> buffer.add(LINE_END);
            case WHOLE, JSON_ARRAY, BYTES, MESSAGES -> {}
        }
    }

    /** What closes an answer of this many frames. */
    static byte[] closing(Framing framing, boolean empty) {
        return framing == Framing.JSON_ARRAY ? ascii(empty ? "[]" : "]") : new byte[0];
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

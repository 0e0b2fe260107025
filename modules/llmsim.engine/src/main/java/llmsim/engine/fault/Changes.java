package llmsim.engine.fault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import llmsim.engine.fault.Way.Frame;

/** What can be changed in a frame. */
final class Changes {
    private static final byte[] COMMENT = ": llmsim\n\n".getBytes(StandardCharsets.US_ASCII);

    private Changes() {}

    /** Without the last closing brace. */
    static Optional<byte[]> withoutBrace(Frame frame) {
        for (var i = frame.offset() + frame.length() - 1; i >= frame.offset(); i--) {
            if (frame.bytes()[i] == '}') {
                return Optional.of(replaced(frame, i, 1, new byte[0]));
            }
        }
        return Optional.empty();
    }

    /** With a comment in front. */
    static Optional<byte[]> commented(Frame frame) {
        return Optional.of(replaced(frame, frame.offset(), 0, COMMENT));
    }

    /** With CR and LF where there was LF. */
    static Optional<byte[]> withCrLf(Frame frame) {
        var text = new String(frame.bytes(), frame.offset(), frame.length(), StandardCharsets.ISO_8859_1);
        return Optional.of(text.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** With the innermost index of a tool call's piece one higher. */
    static Optional<byte[]> withHigherIndex(Frame frame) {
        return frame.call() ? IndexPlace.innermost(frame).map(place -> higher(frame, place)) : Optional.empty();
    }

    private static byte[] higher(Frame frame, IndexPlace place) {
        var index = new String(frame.bytes(), place.from(), place.length(), StandardCharsets.US_ASCII);
        var higher = Long.toString(Long.parseLong(index) + 1).getBytes(StandardCharsets.US_ASCII);
        return replaced(frame, place.from(), place.length(), higher);
    }

    private static byte[] replaced(Frame frame, int from, int length, byte[] other) {
        var before = from - frame.offset();
        var behind = frame.length() - before - length;
        var all = Arrays.copyOf(
                Arrays.copyOfRange(frame.bytes(), frame.offset(), from), frame.length() - length + other.length);
        System.arraycopy(other, 0, all, before, other.length);
        System.arraycopy(frame.bytes(), from + length, all, before + other.length, behind);
        return all;
    }
}

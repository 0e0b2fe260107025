package llmsim.engine.fault;

import java.io.IOException;

/**
 * Sends frames in two parts.
 *
 * @param inCharacter whether the parts meet inside a character, so that frames of ASCII alone are not split
 */
record Split(boolean inCharacter, long pauseNanos) implements Way {
    @Override
    public boolean frame(Frame frame, Wire wire) throws IOException {
        var first = inCharacter ? insideCharacter(frame) : frame.length() / 2;
        if (first == 0) {
            wire.pass(frame);
            return true;
        }
        wire.happens();
        var rest = frame.length() - first;
        wire.outlet().writePart(frame.bytes(), frame.offset(), first, rest);
        wire.pause(pauseNanos);
        wire.outlet().writePart(frame.bytes(), frame.offset() + first, rest, 0);
        return true;
    }

    /** The first byte of a character is before it, the others behind; 0 if no character has several. */
    private static int insideCharacter(Frame frame) {
        for (var i = Math.max(1, frame.at()); i < frame.length(); i++) {
            var follows = (frame.bytes()[frame.offset() + i] & 0xC0) == 0x80;
            if (follows) {
                return i;
            }
        }
        return 0;
    }
}

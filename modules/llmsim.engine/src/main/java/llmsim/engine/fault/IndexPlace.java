package llmsim.engine.fault;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import llmsim.engine.fault.Way.Frame;

/**
 * Where in a frame's bytes an index is: the number of a member whose name ends with {@code index}. Providers count the
 * calls of an answer by it, each on its own level, and the innermost is the one that tells pieces of calls apart.
 */
record IndexPlace(int from, int length) {
    /** A string with the colon behind it and a number, a string alone, or a bracket. */
    private static final Pattern TOKEN =
            Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"(?:\\s*:\\s*([0-9]{1,9})(?![0-9.eE]))?|([{\\[])|([}\\]])");

    static Optional<IndexPlace> innermost(Frame frame) {
        var text = new String(frame.bytes(), frame.offset(), frame.length(), StandardCharsets.ISO_8859_1);
        var token = TOKEN.matcher(text);
        Optional<IndexPlace> found = Optional.empty();
        var depth = 0;
        var foundAt = 0;
        while (token.find()) {
            depth += token.group(3) != null ? 1 : token.group(4) != null ? -1 : 0;
            if (token.group(2) != null && token.group(1).endsWith("index") && depth >= foundAt) {
                found = Optional.of(new IndexPlace(
                        frame.offset() + token.start(2), token.group(2).length()));
                foundAt = depth;
            }
        }
        return found;
    }
}

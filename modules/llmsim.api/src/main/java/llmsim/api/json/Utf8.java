package llmsim.api.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import llmsim.api.content.Bytes;
import llmsim.api.problem.Problem;

/** Decodes UTF-8 and refuses what is none. */
final class Utf8 {
    private static final char REPLACEMENT = '\ufffd';
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private Utf8() {}

    static String decode(Bytes bytes) {
        var text = bytes.toUtf8();
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireValid(bytes.toByteArray());
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static void requireValid(byte[] bytes) {
        var input = ByteBuffer.wrap(bytes);
        var output = CharBuffer.allocate(bytes.length);
        var decoder = StandardCharsets.UTF_8.newDecoder();
        if (decoder.decode(input, output, true).isError()) {
            throw malformedAt(output.flip().toString());
        }
    }

    private static RuntimeException malformedAt(String before) {
        var line =
                1 + (int) before.chars().filter(character -> character == '\n').count();
        var column = before.length() - before.lastIndexOf('\n');
        return new Problem.BrokenJson("the bytes here are not UTF-8", line, column).asException();
    }
}

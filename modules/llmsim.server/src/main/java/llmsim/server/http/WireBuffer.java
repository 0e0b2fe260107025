package llmsim.server.http;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes that are put together to leave in one write. Its memory is used again. Not thread-safe. */
final class WireBuffer {
    private static final int USUAL_BYTES = 1024;
    private static final int KEPT_BYTES = 16 * 1024;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    private byte[] bytes = new byte[0];
    private ByteBuffer view = ByteBuffer.wrap(bytes);
    private int size;

    /** Forgets the content, and memory that is larger than usual. */
    WireBuffer clear() {
        size = 0;
        if (bytes.length > KEPT_BYTES) {
            resize(USUAL_BYTES);
        }
        return this;
    }

    int size() {
        return size;
    }

    /** Cuts the content back to an earlier size. */
    void truncate(int earlierSize) {
        size = earlierSize;
    }

    WireBuffer append(byte[] source, int offset, int length) {
        reserve(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
        return this;
    }

    WireBuffer append(byte[] source) {
        return append(source, 0, source.length);
    }

    /** A text of Latin-1; every character that could end a header field, and every other one, becomes a question mark. */
    WireBuffer field(String text) {
        var length = text.length();
        reserve(length);
        var into = bytes;
        var at = size;
        for (var i = 0; i < length; i++) {
            var character = text.charAt(i);
            var harmless = (character >= ' ' && character <= 0xff && character != 0x7f) || character == '\t';
            into[at + i] = (byte) (harmless ? character : '?');
        }
        size = at + length;
        return this;
    }

    WireBuffer hex(int number) {
        reserve(Integer.BYTES * 2);
        var digits = Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(number) + 3) / 4);
        for (var shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            bytes[size++] = HEX[number >>> shift & 0xf];
        }
        return this;
    }

    /** The lowest eight bits. */
    WireBuffer octet(int bits) {
        reserve(1);
        bytes[size++] = (byte) bits;
        return this;
    }

    WireBuffer lineEnd() {
        reserve(2);
        bytes[size++] = '\r';
        bytes[size++] = '\n';
        return this;
    }

    /** The content; valid until the next change. */
    ByteBuffer toWrite() {
        return view.clear().limit(size);
    }

    private void reserve(int more) {
        var needed = size + more;
        if (needed > bytes.length) {
            resize(Math.max(USUAL_BYTES, Math.max(needed, bytes.length * 2)));
        }
    }

    private void resize(int capacity) {
        bytes = Arrays.copyOf(bytes, capacity);
        view = ByteBuffer.wrap(bytes);
    }
}

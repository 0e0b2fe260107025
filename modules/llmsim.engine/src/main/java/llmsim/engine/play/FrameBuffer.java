package llmsim.engine.play;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing run of bytes that one exchange fills again and again. Not thread-safe. */
final class FrameBuffer {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[512];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    FrameBuffer add(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    FrameBuffer add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text as the inside of a JSON string, in UTF-8; a lone surrogate becomes {@code \\u} and its number. */
    FrameBuffer addEscaped(String text) {
        reserve(6 * text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < 0x80) {
                ascii(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                four(Character.toCodePoint(c, text.charAt(++i)));
            } else if (Character.isSurrogate(c)) {
                number(c);
            } else {
                twoOrThree(c);
            }
        }
        return this;
    }

    private void ascii(char c) {
        switch (c) {
            case '"', '\\' -> escape((byte) c);
            case '\n' -> escape((byte) 'n');
            case '\r' -> escape((byte) 'r');
            case '\t' -> escape((byte) 't');
            case '\b' -> escape((byte) 'b');
            case '\f' -> escape((byte) 'f');
            default -> {
                if (c < 0x20) {
                    number(c);
                } else {
                    bytes[length++] = (byte) c;
                }
            }
        }
    }

    private void escape(byte letter) {
        bytes[length++] = '\\';
        bytes[length++] = letter;
    }

    private void number(char c) {
        escape((byte) 'u');
        for (var shift = 12; shift >= 0; shift -= 4) {
            bytes[length++] = HEX[(c >> shift) & 0xF];
        }
    }

    private void twoOrThree(char c) {
        if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | (c >> 6));
        } else {
            bytes[length++] = (byte) (0xE0 | (c >> 12));
            bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        }
        bytes[length++] = (byte) (0x80 | (c & 0x3F));
    }

    private void four(int codePoint) {
        bytes[length++] = (byte) (0xF0 | (codePoint >> 18));
        bytes[length++] = (byte) (0x80 | ((codePoint >> 12) & 0x3F));
        bytes[length++] = (byte) (0x80 | ((codePoint >> 6) & 0x3F));
        bytes[length++] = (byte) (0x80 | (codePoint & 0x3F));
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}

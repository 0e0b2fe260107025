package llmsim.api.content;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** An immutable run of bytes that compares by content, so that records which hold one are values. */
public final class Bytes {
    private static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** The bytes given, copied. */
    public static Bytes copyOf(byte[] content) {
        return new Bytes(content.clone());
    }

    /** The bytes given, without a copy: the caller must never change them again. */
    public static Bytes owned(byte[] content) {
        return new Bytes(content);
    }

    /** A text as UTF-8. */
    public static Bytes ofUtf8(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes that a standard Base64 text stands for; {@link IllegalArgumentException} if it is none. */
    public static Bytes ofBase64(String base64) {
        return new Bytes(Base64.getDecoder().decode(base64));
    }

    /** No bytes. */
    public static Bytes empty() {
        return EMPTY;
    }

    /** Number of bytes. */
    public int length() {
        return content.length;
    }

    /** The bytes from one index up to another. */
    public Bytes slice(int from, int to) {
        return new Bytes(Arrays.copyOfRange(content, from, to));
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return content.clone();
    }

    /** A stream over the bytes, without a copy. */
    public InputStream stream() {
        return new ByteArrayInputStream(content);
    }

    /** The bytes read as UTF-8; malformed ones become U+FFFD. */
    public String toUtf8() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** The bytes as standard Base64 with padding. */
    public String toBase64() {
        return Base64.getEncoder().encodeToString(content);
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Bytes that && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** The length only: content may be large or private. */
    @Override
    public String toString() {
        return "Bytes[" + content.length + "]";
    }
}

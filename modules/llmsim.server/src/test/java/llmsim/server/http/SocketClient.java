package llmsim.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import llmsim.api.content.Bytes;

/** A WebSocket client that sends whatever frames it is told. */
record SocketClient(RawClient raw) implements AutoCloseable {
    static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;
    private static final int LAST = 0x80;
    private static final byte[] MASK = {1, 2, 3, (byte) 0xfc};

    static String handshake(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + KEY + "\r\n\r\n";
    }

    static SocketClient open(HttpServer server) throws IOException {
        var client = new SocketClient(RawClient.connect(server));
        assertThat(client.raw.send(handshake("/fake/talk")).response().status()).isEqualTo(101);
        return client;
    }

    SocketClient text(String text) throws IOException {
        return frame(LAST | 1, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A masked frame. */
    SocketClient frame(int first, byte... payload) throws IOException {
        raw.send(masked(first, payload));
        return this;
    }

    static byte[] masked(int first, byte... payload) {
        var frame = new ByteArrayOutputStream();
        frame.write(first);
        frame.writeBytes(length(payload.length));
        frame.writeBytes(MASK);
        for (var i = 0; i < payload.length; i++) {
            frame.write(payload[i] ^ MASK[i % MASK.length]);
        }
        return frame.toByteArray();
    }

    private static byte[] length(int length) {
        if (length < 126) {
            return new byte[] {(byte) (0x80 | length)};
        }
        return length <= 0xffff
                ? new byte[] {(byte) 0xfe, (byte) (length >>> 8), (byte) length}
                : ByteBuffer.allocate(9).put((byte) 0xff).putLong(length).array();
    }

    SocketClient ping(String payload) throws IOException {
        return frame(LAST | PING, payload.getBytes(StandardCharsets.UTF_8));
    }

    SocketClient close(int code) throws IOException {
        return frame(LAST | CLOSE, (byte) (code >>> 8), (byte) code);
    }

    /** The next frame of the server, which never masks or splits any. */
    Frame next() throws IOException {
        var first = raw.read();
        assertThat(first).as("a frame").isGreaterThanOrEqualTo(LAST);
        var said = raw.read();
        var length = switch (said) {
            case 126 -> ByteBuffer.wrap(raw.read(2)).getChar();
            case 127 -> (int) ByteBuffer.wrap(raw.read(8)).getLong();
            default -> said;
        };
        return new Frame(first & 0xf, Bytes.owned(raw.read(length)));
    }

    String nextText() throws IOException {
        var frame = next();
        assertThat(frame.opcode()).isEqualTo(1);
        return frame.text();
    }

    /** The server closes with this code, and then the connection. */
    void expectClose(int code) throws IOException {
        var frame = next();
        assertThat(frame.opcode()).isEqualTo(CLOSE);
        assertThat(frame.payload()).isEqualTo(new byte[] {(byte) (code >>> 8), (byte) code});
        raw.socket().shutdownOutput();
        assertThat(raw.untilClosed()).isEmpty();
    }

    @Override
    public void close() throws IOException {
        raw.close();
    }

    record Frame(int opcode, Bytes content) {
        String text() {
            return content.toUtf8();
        }

        byte[] payload() {
            return content.toByteArray();
        }
    }
}

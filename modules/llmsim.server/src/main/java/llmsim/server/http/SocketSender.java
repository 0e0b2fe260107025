package llmsim.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sends frames over a WebSocket, one after the other: its lock is held across each write, because answers, pongs and
 * closes come from several threads. Nothing follows a close. Thread-safe.
 */
final class SocketSender {
    private static final int COPIED_BYTES = 64 * 1024;
    private static final int WHOLE = 0x80;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;

    private final TcpConnection connection;
    private final ReentrantLock sending = new ReentrantLock();
    private final WireBuffer buffer = new WireBuffer();
    private boolean closed;

    SocketSender(TcpConnection connection) {
        this.connection = connection;
    }

    /** A message; {@link IOException} if the client is gone, or a close was sent. */
    void text(byte[] bytes, int offset, int length) throws IOException {
        sending.lock();
        try {
            if (closed) {
                throw new IOException("the WebSocket is closed");
            }
            frame(FrameHead.Kind.TEXT, bytes, offset, length);
        } finally {
            sending.unlock();
        }
    }

    void pong(byte[] payload) throws IOException {
        sending.lock();
        try {
            if (!closed) {
                frame(FrameHead.Kind.PONG, payload, 0, payload.length);
            }
        } finally {
            sending.unlock();
        }
    }

    /** The close, if none was sent. */
    void close(int code) throws IOException {
        sending.lock();
        try {
            if (!closed) {
                closed = true;
                var payload = CloseCode.payload(code);
                frame(FrameHead.Kind.CLOSE, payload, 0, payload.length);
            }
        } finally {
            sending.unlock();
        }
    }

    private void frame(FrameHead.Kind kind, byte[] bytes, int offset, int length) throws IOException {
        head(kind, length);
        if (length <= COPIED_BYTES) {
            connection.write(buffer.append(bytes, offset, length).toWrite());
        } else {
            connection.write(buffer.toWrite());
            connection.write(ByteBuffer.wrap(bytes, offset, length));
        }
    }

    private void head(FrameHead.Kind kind, int length) {
        buffer.clear().octet(WHOLE | kind.opcode());
        if (length <= FrameHead.MOST_CONTROL_BYTES) {
            buffer.octet(length);
        } else if (length <= 0xffff) {
            buffer.octet(TWO_BYTES).octet(length >>> 8).octet(length);
        } else {
            buffer.octet(EIGHT_BYTES).octet(0).octet(0).octet(0).octet(0);
            buffer.octet(length >>> 24).octet(length >>> 16).octet(length >>> 8).octet(length);
        }
    }
}

package llmsim.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import llmsim.engine.Ending;

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
    /** Messages that came while another one was sent in fragments. */
    private final Deque<byte[]> waiting = new ArrayDeque<>();

    private boolean inMessage;
    private boolean closed;

    SocketSender(TcpConnection connection) {
        this.connection = connection;
    }

    /**
     * A message; {@link IOException} if the client is gone, or a close was sent. While another one is sent in fragments
     * it waits for the end of that; of many, only so many are kept as may wait to be answered.
     */
    void text(byte[] bytes, int offset, int length) throws IOException {
        sending.lock();
        try {
            expectOpen();
            if (!inMessage) {
                frame(FrameHead.Kind.TEXT, bytes, offset, length);
            } else if (waiting.size() < WebSocket.MOST_WAITING) {
                waiting.add(Arrays.copyOfRange(bytes, offset, offset + length));
            }
        } finally {
            sending.unlock();
        }
    }

    /**
     * Where a fragment is in its message.
     *
     * @param first whether it begins the message
     * @param last whether it ends the message
     */
    record Fragment(boolean first, boolean last) {}

    /** A part of a message; other messages wait until the last part was sent, pongs and closes do not. */
    void fragment(byte[] bytes, int offset, int length, Fragment fragment) throws IOException {
        sending.lock();
        try {
            expectOpen();
            inMessage = !fragment.last();
            var kind = fragment.first() ? FrameHead.Kind.TEXT : FrameHead.Kind.CONTINUATION;
            head((fragment.last() ? WHOLE : 0) | kind.opcode(), length);
            payload(bytes, offset, length);
            while (!inMessage && !waiting.isEmpty()) {
                var next = waiting.remove();
                frame(FrameHead.Kind.TEXT, next, 0, next.length);
            }
        } finally {
            sending.unlock();
        }
    }

    /** Ends the connection without a close, behind so much of a message that is announced as longer; 0 for none. */
    void cut(byte[] bytes, int offset, int sent, int length, Ending ending) throws IOException {
        sending.lock();
        try {
            expectOpen();
            closed = true;
            if (length > 0) {
                head(WHOLE | FrameHead.Kind.TEXT.opcode(), length);
                payload(bytes, offset, sent);
            }
        } finally {
            sending.unlock();
        }
        switch (ending) {
            case RESET -> connection.reset();
            case CLOSE -> {
                connection.awaitClose();
                connection.finish();
            }
        }
    }

    private void expectOpen() throws IOException {
        if (closed) {
            throw new IOException("the WebSocket is closed");
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
        head(WHOLE | kind.opcode(), length);
        payload(bytes, offset, length);
    }

    private void payload(byte[] bytes, int offset, int length) throws IOException {
        if (length <= COPIED_BYTES) {
            connection.write(buffer.append(bytes, offset, length).toWrite());
        } else {
            connection.write(buffer.toWrite());
            connection.write(ByteBuffer.wrap(bytes, offset, length));
        }
    }

    private void head(int first, int length) {
        buffer.clear().octet(first);
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

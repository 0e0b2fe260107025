package llmsim.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import llmsim.api.render.Framing;
import llmsim.engine.Ending;
import llmsim.engine.Head;
import llmsim.engine.Outlet;

/**
 * One answer on a connection. The head leaves together with the first bytes; every frame leaves in one write, a chunk of
 * its own, unless it is so large that a copy would cost more than a second write.
 */
final class HttpOutlet implements Outlet {
    private static final int COPIED_BYTES = 64 * 1024;
    private static final byte[] CHUNKED = ascii("transfer-encoding: chunked\r\n\r\n");
    private static final byte[] LENGTH = ascii("content-length: ");
    private static final byte[] LAST_CHUNK = ascii("0\r\n\r\n");
    private static final byte[] LINE_END = ascii("\r\n");
    private static final byte[] NOTHING = new byte[0];

    private final TcpConnection connection;
    private final ResponseHeads heads;
    private final WireBuffer buffer;
    private final boolean bodiless;
    private final boolean keepAlive;
    private State state = State.NEW;
    private boolean whole;
    private boolean contentless;
    private int headSent;

    /**
     * @param bodiless whether the method is HEAD
     * @param keepAlive whether the connection may serve a further request
     */
    HttpOutlet(TcpConnection connection, ResponseHeads heads, boolean bodiless, boolean keepAlive) {
        this.connection = connection;
        this.heads = heads;
        this.buffer = connection.buffer().clear();
        this.bodiless = bodiless;
        this.keepAlive = keepAlive;
    }

    @Override
    public void begin(Head head) {
        expect(State.NEW);
        heads.write(buffer, head, keepAlive);
        contentless = head.status() == 204 || head.status() == 304;
        whole = contentless || head.framing() == Framing.WHOLE;
        state = State.HEAD_WAITS;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (whole) {
            writeWhole(bytes, offset, length);
        } else if (length > 0) {
            writeChunk(bytes, offset, length);
        }
    }

    @Override
    public void end() throws IOException {
        if (whole) {
            if (state == State.HEAD_WAITS) {
                writeWhole(NOTHING, 0, 0);
            }
        } else {
            endChunks();
        }
        expect(State.STREAMING);
        state = State.ENDED;
    }

    @Override
    public boolean breakable() {
        return true;
    }

    @Override
    public boolean writeHead(int bytes) throws IOException {
        expect(State.HEAD_WAITS);
        var end = Math.min(buffer.size(), headSent + bytes);
        connection.write(buffer.toWrite().position(headSent).limit(end));
        headSent = end;
        if (headSent < buffer.size()) {
            return true;
        }
        buffer.clear();
        return false;
    }

    @Override
    public void writePart(byte[] bytes, int offset, int length, int left) throws IOException {
        if (!whole) {
            write(bytes, offset, length);
        } else if (state == State.HEAD_WAITS) {
            announce(length + left);
            send(bytes, offset, length, NOTHING);
        } else {
            expect(State.STREAMING);
            send(bytes, offset, length, NOTHING);
        }
    }

    @Override
    public void cut(byte[] bytes, int offset, int sent, int length, Ending ending) throws IOException {
        if (length > 0) {
            announce(length);
            send(bytes, offset, sent, NOTHING);
        }
        state = State.BROKEN;
        switch (ending) {
            case RESET -> connection.reset();
            case CLOSE -> connection.finish();
        }
    }

    private void announce(int length) {
        if (whole) {
            buffer.append(LENGTH).field(Integer.toString(length)).lineEnd().lineEnd();
        } else {
            startChunks();
            buffer.hex(length).lineEnd();
        }
    }

    /** Whether anything was begun. */
    boolean isNew() {
        return state == State.NEW;
    }

    /** Whether the client has all of the answer, and may send the next request. */
    boolean mayGoOn() {
        return state == State.ENDED && keepAlive;
    }

    private void writeWhole(byte[] bytes, int offset, int length) throws IOException {
        expect(State.HEAD_WAITS);
        if (!contentless) {
            buffer.append(LENGTH).field(Integer.toString(length)).lineEnd();
        }
        buffer.lineEnd();
        send(bytes, offset, bodiless || contentless ? 0 : length, NOTHING);
    }

    private void writeChunk(byte[] bytes, int offset, int length) throws IOException {
        startChunks();
        if (!bodiless) {
            buffer.hex(length).lineEnd();
            send(bytes, offset, length, LINE_END);
        }
    }

    private void endChunks() throws IOException {
        startChunks();
        send(NOTHING, 0, 0, bodiless ? NOTHING : LAST_CHUNK);
    }

    private void startChunks() {
        if (state == State.HEAD_WAITS) {
            buffer.append(CHUNKED);
            state = State.STREAMING;
        }
        expect(State.STREAMING);
    }

    private void send(byte[] bytes, int offset, int length, byte[] after) throws IOException {
        state = State.BROKEN;
        if (length <= COPIED_BYTES) {
            buffer.append(bytes, offset, length);
        } else {
            connection.write(buffer.toWrite());
            connection.write(ByteBuffer.wrap(bytes, offset, length));
            buffer.clear();
        }
        connection.write(buffer.append(after).toWrite());
        buffer.clear();
        state = State.STREAMING;
    }

    private void expect(State expected) {
        if (state != expected) {
            throw new IllegalStateException("the answer is " + state + ", not " + expected);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private enum State {
        NEW,
        HEAD_WAITS,
        STREAMING,
        BROKEN,
        ENDED
    }
}

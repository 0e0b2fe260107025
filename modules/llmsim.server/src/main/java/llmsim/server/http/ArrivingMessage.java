package llmsim.server.http;

import io.helidon.common.buffers.DataReader;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import llmsim.api.content.Bytes;

/** A message that arrives in one frame or in several. Not thread-safe. */
final class ArrivingMessage {
    private static final int PIECE_BYTES = 8 * 1024;

    private final DataReader reader;
    private final long maxBytes;
    private final BodyMemory.Room room;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    ArrivingMessage(DataReader reader, long maxBytes, BodyMemory.Room room) {
        this.reader = reader;
        this.maxBytes = maxBytes;
        this.room = room;
    }

    /** Reads the payload of its next frame. */
    void add(FrameHead frame) throws SocketFailure {
        if (frame.length() > maxBytes - bytes.size()) {
            throw new SocketFailure(SocketFailure.TOO_LARGE, "a message has at most " + maxBytes + " bytes");
        }
        var left = (int) frame.length();
        for (var at = 0; left > 0; ) {
            var piece = Math.min(left, PIECE_BYTES);
            hold(piece);
            bytes.writeBytes(frame.unmask(reader.readBytes(piece), at));
            at += piece;
            left -= piece;
        }
    }

    private void hold(int length) throws SocketFailure {
        if (!room.take(length)) {
            throw new SocketFailure(SocketFailure.TRY_AGAIN_LATER, "the server holds as many bodies as it may");
        }
    }

    /** The whole. */
    SocketMessage end() throws SocketFailure {
        var whole = bytes.toByteArray();
        requireUtf8(whole);
        return new SocketMessage(Bytes.owned(whole), room);
    }

    static void requireUtf8(byte[] bytes) throws SocketFailure {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new SocketFailure(SocketFailure.NOT_UTF8, "a text must be UTF-8");
        }
    }

    /** Gives up what has arrived. */
    void drop() {
        room.clear();
    }
}

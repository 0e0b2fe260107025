package llmsim.server.http;

import io.helidon.common.buffers.DataReader;
import java.io.IOException;
import java.util.Optional;

/** Reads what a client sends over a WebSocket, answers pings, and hands messages on. It never waits for an answer. */
final class SocketReader {
    private final DataReader reader;
    private final long maxBytes;
    private final BodyMemory memory;
    private final SocketSender sender;
    private final WebSocket socket;
    private Optional<ArrivingMessage> arriving = Optional.empty();

    SocketReader(DataReader reader, long maxBytes, BodyMemory memory, WebSocket socket) {
        this.reader = reader;
        this.maxBytes = maxBytes;
        this.memory = memory;
        this.sender = socket.sender();
        this.socket = socket;
    }

    /** Reads until either side closes, or the client breaks the protocol. */
    void readAll() throws IOException {
        try {
            var open = true;
            while (open) {
                open = read(FrameHead.read(reader));
            }
        } catch (SocketFailure failure) {
            sender.close(failure.code());
        } finally {
            arriving.ifPresent(ArrivingMessage::drop);
        }
    }

    private boolean read(FrameHead frame) throws IOException, SocketFailure {
        switch (frame.kind()) {
            case TEXT, CONTINUATION -> data(frame);
            case BINARY -> throw new SocketFailure(SocketFailure.UNSUPPORTED_DATA, "messages are texts");
            case PING -> sender.pong(control(frame));
            case PONG -> control(frame);
            case CLOSE -> {
                sender.close(CloseCode.read(control(frame)));
                return false;
            }
        }
        socket.heard();
        return true;
    }

    private byte[] control(FrameHead frame) {
        // Helidon waits for more even when none is asked for.
        return frame.length() == 0 ? new byte[0] : frame.unmask(reader.readBytes((int) frame.length()), 0);
    }

    private void data(FrameHead frame) throws IOException, SocketFailure {
        if (arriving.isPresent() == (frame.kind() == FrameHead.Kind.TEXT)) {
            throw SocketFailure.protocol("a message begins with a text frame and goes on with continuations");
        }
        socket.messageArrives();
        var message = arriving.orElseGet(() -> new ArrivingMessage(reader, maxBytes, memory.room()));
        arriving = Optional.of(message);
        message.add(frame);
        if (frame.last()) {
            var whole = message.end();
            arriving = Optional.empty();
            socket.accept(whole);
        }
    }
}

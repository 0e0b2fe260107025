package llmsim.server.http;

import io.helidon.common.socket.HelidonSocket;
import io.helidon.http.DirectHandler;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a client sends, piece by piece. Ends that Helidon would answer with a status 500 end the connection
 * here.
 */
final class ArrivingBytes implements Supplier<byte[]> {
    private final HelidonSocket socket;
    private final TcpConnection connection;
    private final long maxUndecodedBytes;
    private final BodyMemory.Room room;
    private long undecodedBytes;

    ArrivingBytes(HelidonSocket socket, TcpConnection connection, long maxBodyBytes, BodyMemory memory) {
        this.socket = socket;
        this.connection = connection;
        this.maxUndecodedBytes = maxBodyBytes + HttpLimits.CHUNK_OVERHEAD_BYTES;
        this.room = memory.room();
    }

    @Override
    public byte[] get() {
        var bytes = read();
        if (bytes == null) {
            throw connection.phase() == Phase.BODY_EXPIRED
                    ? refusal(Status.REQUEST_TIMEOUT_408, "The body did not arrive in time")
                    : new CloseConnectionException("no more data");
        }
        if (connection.phase() == Phase.BODY) {
            countUndecoded(bytes.length);
            hold(bytes.length);
        } else {
            connection.pass(Phase.IDLE, Phase.HEAD);
        }
        return bytes;
    }

    /** A piece of the body was decoded: what has arrived so far is no longer held. */
    void decoded() {
        undecodedBytes = 0;
    }

    /** The request is answered: its body is no longer held. */
    void release() {
        room.clear();
    }

    private void hold(int length) {
        if (!room.take(length)) {
            throw refusal(Status.SERVICE_UNAVAILABLE_503, "The server holds as many bodies of requests as it may");
        }
    }

    private void countUndecoded(int length) {
        undecodedBytes += length;
        // Helidon reads the line before a chunk however long it is.
        if (undecodedBytes > maxUndecodedBytes) {
            throw refusal(Status.BAD_REQUEST_400, "A chunk of the body is not well-formed");
        }
    }

    private byte @Nullable [] read() {
        try {
            return socket.get();
        } catch (UncheckedIOException e) {
            throw new CloseConnectionException("the client is gone", e);
        }
    }

    private static RequestException refusal(Status status, String message) {
        return RequestException.builder()
                .type(DirectHandler.EventType.OTHER)
                .status(status)
                .setKeepAlive(false)
                .message(message)
                .build();
    }
}

package llmsim.server.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.webserver.CloseConnectionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import llmsim.api.time.Clock;

/**
 * One TCP connection: its channel, and what it is waiting for since when.
 *
 * <p>One thread handles it. The sweeper, which compares the phase with its time, wins a phase by exchanging it, so that
 * a connection is never given up in the moment in which it goes on.
 */
final class TcpConnection {
    private static final int SLICE_BYTES = 64 * 1024;
    private static final long NOT_WRITING = Long.MIN_VALUE;

    private final Endpoints endpoints;
    private final SocketChannel channel;
    private final Clock clock;
    private final WireBuffer buffer = new WireBuffer();
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.IDLE);
    private volatile long since;
    private volatile long writingSince = NOT_WRITING;
    private volatile Optional<HelidonSocket> encrypting = Optional.empty();

    TcpConnection(Endpoints endpoints, SocketChannel channel, Clock clock) {
        this.endpoints = endpoints;
        this.channel = channel;
        this.clock = clock;
        this.since = clock.nanoTime();
    }

    /** From now on everything is written through this, which encrypts it. */
    void encrypt(HelidonSocket socket) {
        encrypting = Optional.of(socket);
    }

    Endpoints endpoints() {
        return endpoints;
    }

    /** Where an answer is put together; it belongs to the thread that handles the connection. */
    WireBuffer buffer() {
        return buffer;
    }

    Phase phase() {
        return Objects.requireNonNull(phase.get());
    }

    /** When the present phase began, on the scale of the clock. */
    long since() {
        return since;
    }

    /** Whether a write has been stuck since before {@code nanos}. */
    boolean writeStuckSince(long nanos) {
        var started = writingSince;
        return started != NOT_WRITING && started - nanos < 0;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** Goes on to a phase; {@link CloseConnectionException} if the connection was given up in the meantime. */
    void enter(Phase next) {
        var present = phase();
        if (present == Phase.CLOSED || !pass(present, next)) {
            throw new CloseConnectionException("given up");
        }
    }

    /** Exchanges the phase if it is still the one expected. */
    boolean pass(Phase expected, Phase next) {
        if (!phase.compareAndSet(expected, next)) {
            return false;
        }
        since = clock.nanoTime();
        return true;
    }

    /** Awaits the end of a WebSocket whose close was sent. */
    void awaitClose() {
        for (var present = phase(); present != Phase.CLOSED && present != Phase.LINGERING; present = phase()) {
            if (pass(present, Phase.SOCKET_CLOSING)) {
                return;
            }
        }
    }

    /** Writes all of the bytes, each piece within the patience for writes. */
    void write(ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) {
                writingSince = clock.nanoTime();
                writeSome(bytes);
            }
        } finally {
            writingSince = NOT_WRITING;
        }
    }

    private void writeSome(ByteBuffer bytes) throws IOException {
        var end = bytes.limit();
        // The JDK copies what it writes into a native buffer of the same size, which it then keeps.
        bytes.limit(Math.min(end, bytes.position() + SLICE_BYTES));
        if (encrypting.isPresent()) {
            encrypt(encrypting.get(), bytes);
        } else {
            channel.write(bytes);
        }
        bytes.limit(end);
    }

    private static void encrypt(HelidonSocket socket, ByteBuffer bytes) throws IOException {
        var copy = new byte[bytes.remaining()];
        bytes.get(copy);
        try {
            socket.write(BufferData.create(copy));
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        }
    }

    /** Tells the thread that reads the body that no more of it will come; answers can still be written. */
    void expireBody() {
        if (pass(Phase.BODY, Phase.BODY_EXPIRED)) {
            quietly(channel::shutdownInput);
        }
    }

    /** Sends what is on its way and waits until the client has closed too, or for as long as the sweeper permits. */
    void linger() {
        var present = phase();
        if (present != Phase.CLOSED && channel.isOpen() && pass(present, Phase.LINGERING)) {
            quietly(() -> {
                channel.shutdownOutput();
                drain();
            });
        }
        close();
    }

    private void drain() throws IOException {
        var waste = ByteBuffer.allocate(SLICE_BYTES / 8);
        while (channel.read(waste.clear()) >= 0) {
            waste.clear();
        }
    }

    /** Sends what is on its way, and nothing more; what the client sends is still read. */
    void finish() {
        quietly(channel::shutdownOutput);
    }

    /** Closes at once; bytes on their way are still delivered if the system can. */
    void close() {
        phase.set(Phase.CLOSED);
        quietly(channel::close);
    }

    /** Closes with a reset: what is on its way is thrown away, and the client sees that the connection broke. */
    void reset() {
        quietly(() -> channel.setOption(StandardSocketOptions.SO_LINGER, 0));
        close();
    }

    private static void quietly(Closing action) {
        try {
            action.run();
        } catch (IOException _) {
            // The connection is gone, which is what was wanted.
        }
    }

    private interface Closing {
        void run() throws IOException;
    }
}

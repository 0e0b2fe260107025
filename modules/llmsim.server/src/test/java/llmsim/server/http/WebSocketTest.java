package llmsim.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import llmsim.api.content.Bytes;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;
import llmsim.engine.Incoming;
import llmsim.engine.clock.VirtualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rule HTTP-42, where a message and the end of the patience meet. */
class WebSocketTest {
    private static final long LATER = Long.MAX_VALUE / 2;

    private final BodyMemory memory = new BodyMemory(1_000, 1_000);
    private final AtomicInteger begun = new AtomicInteger();
    private final Semaphore permits = new Semaphore(0);
    private final FakeEntrance entrance = new FakeEntrance((_, _) -> {
        begun.incrementAndGet();
        permits.acquireUninterruptibly();
    });
    private final TcpConnection connection = connection();
    private final WebSocket socket = new WebSocket(connection, talk(), _ -> {});

    @AfterEach
    void letGo() {
        permits.release(10);
        connection.close();
    }

    @Test
    void aMessageThatComesAfterItWasGivenUpIsNotAnswered() {
        connection.enter(Phase.SOCKET_IDLE);
        assertThat(socket.giveUp(LATER)).isTrue();
        socket.messageArrives();
        socket.accept(message());

        assertThat(connection.phase()).isEqualTo(Phase.SOCKET_CLOSING);
        assertThat(memory.held()).isZero();
        assertThat(socket.leave()).as("nothing is being answered").isTrue();
        assertThat(begun).hasValue(0);
    }

    @Test
    void aMessageThatArrivesIsInTime() {
        connection.enter(Phase.SOCKET_IDLE);
        socket.messageArrives();
        assertThat(socket.giveUp(LATER)).isFalse();
        socket.accept(message());

        Eventually.holds("it is being answered", () -> begun.get() == 1);
        assertThat(socket.giveUp(LATER)).isFalse();
        assertThat(connection.phase()).isEqualTo(Phase.SOCKET_ANSWERING);
    }

    @Test
    void whatIsBeingAnsweredIsNotGivenUpInAnyPhase() {
        connection.enter(Phase.SOCKET_MESSAGE);
        socket.accept(message());
        Eventually.holds("it is being answered", () -> begun.get() == 1);
        connection.enter(Phase.SOCKET_IDLE);

        assertThat(socket.giveUp(LATER)).isFalse();
        assertThat(connection.phase()).isEqualTo(Phase.SOCKET_IDLE);
    }

    private SocketMessage message() {
        var room = memory.room();
        assertThat(room.take(1)).isTrue();
        return new SocketMessage(Bytes.ofUtf8("x"), room);
    }

    private SocketTalk talk() {
        var first = new Incoming(Call.Method.MESSAGE, "/talk", Map.of(), Headers.NONE, Body.EMPTY);
        return new SocketTalk(entrance, "fake", entrance.connect("fake"), first);
    }

    private static TcpConnection connection() {
        var nowhere = new InetSocketAddress(0);
        try {
            return new TcpConnection(new Endpoints(nowhere, nowhere), SocketChannel.open(), VirtualClock.manual());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

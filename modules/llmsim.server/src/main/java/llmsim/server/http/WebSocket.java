package llmsim.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import llmsim.api.json.FieldPath;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.problem.Violation;

/**
 * One WebSocket. The thread of its connection reads; messages are answered one after the other on a thread that is
 * there as long as there are any. It is over when both have ended. Thread-safe.
 */
final class WebSocket {
    static final int MOST_WAITING = 16;
    private static final int NORMAL = 1000;

    private final TcpConnection connection;
    private final SocketSender sender;
    private final SocketTalk talk;
    private final Consumer<WebSocket> whenOver;
    private final ReentrantLock state = new ReentrantLock();
    private final Deque<SocketMessage> waiting = new ArrayDeque<>();
    private boolean answering;
    private boolean leaving;
    private boolean readerEnded;

    WebSocket(TcpConnection connection, SocketTalk talk, Consumer<WebSocket> whenOver) {
        this.connection = connection;
        this.sender = new SocketSender(connection);
        this.talk = talk;
        this.whenOver = whenOver;
    }

    /** Answers the handshake. */
    void begin(byte[] answer) throws IOException {
        connection.write(ByteBuffer.wrap(answer));
        connection.enter(Phase.SOCKET_IDLE);
    }

    SocketSender sender() {
        return sender;
    }

    /** Something came: the patience begins anew. */
    void heard() {
        connection.pass(Phase.SOCKET_IDLE, Phase.SOCKET_IDLE);
    }

    /** A message, or a further part of one, begins to arrive. */
    void messageArrives() {
        if (!connection.pass(Phase.SOCKET_IDLE, Phase.SOCKET_MESSAGE)) {
            connection.pass(Phase.SOCKET_ANSWERING, Phase.SOCKET_MESSAGE);
        }
    }

    /** A message is there; it waits for its turn, if there is room for it. */
    void accept(SocketMessage message) {
        if (takeIn(message)) {
            return;
        }
        message.room().clear();
        var problem = Problem.Stated.of(
                Category.RATE_LIMIT,
                "At most " + MOST_WAITING + " messages may wait while one is answered on the same connection");
        talk.refuse(problem, new SocketOutlet(sender));
    }

    private boolean takeIn(SocketMessage message) {
        state.lock();
        try {
            var hasRoom = waiting.size() < MOST_WAITING;
            if (leaving) {
                message.room().clear();
            } else if (hasRoom) {
                waiting.add(message);
                startAnswering();
            }
            connection.pass(Phase.SOCKET_MESSAGE, answering ? Phase.SOCKET_ANSWERING : Phase.SOCKET_IDLE);
            return hasRoom || leaving;
        } finally {
            state.unlock();
        }
    }

    private void startAnswering() {
        if (!answering) {
            answering = true;
            Thread.ofVirtual().name("llmsim-websocket").start(this::answerAll);
        }
    }

    private void answerAll() {
        for (var next = next(); next.isPresent(); next = next()) {
            var message = next.get();
            try {
                talk.answer(message.text(), new SocketOutlet(sender));
            } finally {
                message.room().clear();
            }
        }
    }

    private Optional<SocketMessage> next() {
        Runnable atEnd;
        state.lock();
        try {
            if (!waiting.isEmpty() && !leaving && !readerEnded) {
                return Optional.of(waiting.remove());
            }
            answering = false;
            waiting.forEach(message -> message.room().clear());
            waiting.clear();
            connection.pass(Phase.SOCKET_ANSWERING, Phase.SOCKET_IDLE);
            atEnd = atEnd();
        } finally {
            state.unlock();
        }
        atEnd.run();
        return Optional.empty();
    }

    private Runnable atEnd() {
        if (readerEnded) {
            return this::over;
        }
        return leaving ? this::goAway : () -> {};
    }

    private void over() {
        talk.connection().close();
        whenOver.accept(this);
    }

    /** The connection is read no more. */
    void readerEnded() {
        state.lock();
        try {
            readerEnded = true;
            if (answering) {
                return;
            }
        } finally {
            state.unlock();
        }
        over();
    }

    /**
     * Begins no answer any more if nothing has happened on it since then. Whether that is so, and it has to be closed by
     * the caller. What comes at the same moment is in time, or is dropped; it is never answered on its way out.
     */
    boolean giveUp(long nanos) {
        state.lock();
        try {
            var idle = !answering && waiting.isEmpty() && connection.since() - nanos < 0;
            if (!idle || !connection.pass(Phase.SOCKET_IDLE, Phase.SOCKET_CLOSING)) {
                return false;
            }
            leaving = true;
            return true;
        } finally {
            state.unlock();
        }
    }

    /**
     * Begins no answer any more, and closes when the one under way has ended. Whether there is none, so that it has to
     * be closed by the caller.
     */
    boolean leave() {
        state.lock();
        try {
            leaving = true;
            return !answering;
        } finally {
            state.unlock();
        }
    }

    /** Closes because the server does not want it any more. May have to wait for the client. */
    void goAway() {
        close(SocketFailure.GOING_AWAY);
    }

    /** Says that its time is over, and closes. */
    void expire(Duration lifetime) {
        leave();
        var rule = new Violation.Broken(
                "WebSocket connection limit reached (" + lifetime.toMinutes()
                        + " minutes). Create a new WebSocket connection to continue.",
                "websocket_connection_limit_reached");
        talk.refuse(new Problem.InvalidField(FieldPath.ROOT, rule), new SocketOutlet(sender));
        close(NORMAL);
    }

    private void close(int code) {
        connection.awaitClose();
        try {
            sender.close(code);
        } catch (IOException _) {
            connection.close();
        }
    }
}

package llmsim.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import llmsim.api.exchange.Body;
import llmsim.server.settings.ServerSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rules HTTP-40 to HTTP-43: how messages are answered, and how WebSockets end. */
class SocketAnswersTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final Semaphore permits = new Semaphore(0);
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final FakeEntrance entrance = new FakeEntrance((incoming, outlet) -> {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        permits.acquireUninterruptibly();
        atOnce.decrementAndGet();
        var text = ((Body.Raw) incoming.body()).bytes().toByteArray();
        outlet.write(text, 0, text.length);
    });

    @AfterEach
    void letGo() {
        permits.release(1_000);
    }

    private HttpServer server(Duration idle, Duration lifetime) {
        var timeouts = new ServerSettings.Timeouts(LONG, SHORT, idle, LONG);
        return TestServers.start(entrance, TestServers.settings(timeouts, new ServerSettings.WebSockets(9, lifetime)));
    }

    private HttpServer server() {
        return TestServers.start(entrance);
    }

    @Test
    void messagesAreAnsweredOneAfterTheOther() throws Exception {
        try (var server = server();
                var client = SocketClient.open(server)) {
            for (var i = 0; i < WebSocket.MOST_WAITING; i++) {
                client.text("m" + i);
            }
            permits.release(100);
            for (var i = 0; i < WebSocket.MOST_WAITING; i++) {
                assertThat(client.nextText()).isEqualTo("m" + i);
            }
            assertThat(mostAtOnce).hasValue(1);
            assertThat(client.text("again").nextText()).isEqualTo("again");
        }
    }

    @Test
    void tooManyWaitingMessagesAreRefusedAndTheOthersAnswered() throws Exception {
        try (var server = server();
                var client = SocketClient.open(server)) {
            client.text("first");
            Eventually.holds("the first is being answered", () -> atOnce.get() == 1);
            for (var i = 0; i <= WebSocket.MOST_WAITING; i++) {
                client.text("m" + i);
            }
            assertThat(client.nextText()).contains("\"kind\":\"Stated\"", "At most 16 messages");
            permits.release(100);
            assertThat(client.nextText()).isEqualTo("first");
            for (var i = 0; i < WebSocket.MOST_WAITING; i++) {
                assertThat(client.nextText()).isEqualTo("m" + i);
            }
            assertThat(server.bufferedBytes()).isZero();
        }
    }

    @Test
    void theHandshakesHeadersAndQueryGoWithEveryMessage() throws Exception {
        var telling = new FakeEntrance((incoming, outlet) -> FakeEntrance.whole(
                outlet,
                200,
                incoming.path() + incoming.query() + incoming.headers().first("authorization")));
        try (var server = TestServers.start(telling);
                var raw = RawClient.connect(server)) {
            raw.send(SocketClient.handshake("/fake/talk?a=b").replace("Host: x", "Host: x\r\nAuthorization: Bearer k"));
            assertThat(raw.response().status()).isEqualTo(101);
            var client = new SocketClient(raw);
            for (var i = 0; i < 2; i++) {
                assertThat(client.text("x").nextText()).isEqualTo("/talk{a=[b]}Optional[Bearer k]");
            }
        }
    }

    @Test
    void oneOnWhichNothingHappensIsClosed() throws Exception {
        try (var server = server(SHORT, LONG);
                var client = SocketClient.open(server)) {
            client.expectClose(1001);
            Eventually.holds("the WebSocket is over", () -> server.openWebSockets() == 0);
        }
    }

    @Test
    void anAnswerIsNotIdle() throws Exception {
        try (var server = server(SHORT, LONG);
                var client = SocketClient.open(server);
                var idle = SocketClient.open(server)) {
            client.text("x");
            idle.expectClose(1001);
            permits.release(1);
            assertThat(client.nextText()).isEqualTo("x");
            client.expectClose(1001);
        }
    }

    @Test
    void aMessageThatDoesNotComeToItsEnd() throws Exception {
        try (var server = server(LONG, LONG);
                var client = SocketClient.open(server)) {
            client.frame(1, (byte) 'x');
            assertThat(client.raw().untilClosed()).isEmpty();
            Eventually.holds("the WebSocket is over", () -> server.openWebSockets() == 0);
            assertThat(server.bufferedBytes()).isZero();
        }
    }

    @Test
    void noneIsOpenForLongerThanItsLifetime() throws Exception {
        try (var server = server(LONG, Duration.ofMillis(300));
                var client = SocketClient.open(server)) {
            client.text("x");
            assertThat(client.nextText()).contains("\"kind\":\"InvalidField\"", "connection limit reached");
            client.expectClose(1000);
            permits.release(1);
            Eventually.holds("the answer breaks", () -> entrance.broken() == 1);
            Eventually.holds("the WebSocket is over", () -> server.openWebSockets() == 0);
        }
    }

    @Test
    void aClientThatDoesNotCloseIsCutOff() throws Exception {
        try (var server = server(SHORT, LONG);
                var client = SocketClient.open(server)) {
            assertThat(client.next().opcode()).isEqualTo(SocketClient.CLOSE);
            Eventually.holds("the connection is forgotten", () -> server.openConnections() == 0);
        }
    }

    @Test
    void atTheEndIdleOnesAreClosedAtOnceAndOthersMayAnswer() throws Exception {
        var server = server();
        try (var idle = SocketClient.open(server);
                var busy = SocketClient.open(server)) {
            busy.text("x").text("never");
            Eventually.holds("it is being answered", () -> atOnce.get() == 1);
            var closed = CompletableFuture.runAsync(server::close);
            idle.expectClose(1001);
            assertThat(closed).isNotDone();
            permits.release(1);
            assertThat(busy.nextText()).isEqualTo("x");
            busy.expectClose(1001);
            closed.get(30, TimeUnit.SECONDS);
            assertThat(server.openConnections()).isZero();
        }
        Eventually.holds("the WebSockets are over", () -> server.openWebSockets() == 0);
        assertThat(server.bufferedBytes()).isZero();
    }
}

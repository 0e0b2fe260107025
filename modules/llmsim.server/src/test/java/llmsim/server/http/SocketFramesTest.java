package llmsim.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import llmsim.api.exchange.Body;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule HTTP-39: what is sent over a WebSocket keeps RFC 6455, or ends it with the right code. */
class SocketFramesTest {
    private static final int LAST = 0x80;

    private final CountDownLatch goOn = new CountDownLatch(1);
    private final FakeEntrance entrance = new FakeEntrance((incoming, outlet) -> {
        var text = ((Body.Raw) incoming.body()).bytes().toByteArray();
        outlet.write(text, 0, text.length);
        if (new String(text, StandardCharsets.UTF_8).equals("wait")) {
            awaitSignal();
            outlet.write(text, 0, text.length);
        }
    });
    private final HttpServer server = TestServers.start(entrance);

    private void awaitSignal() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @AfterEach
    void stop() {
        goOn.countDown();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536})
    void aTextOfAnyLength(int length) throws Exception {
        try (var client = SocketClient.open(server)) {
            assertThat(client.text("x".repeat(length)).nextText()).hasSize(length);
            assertThat(client.text("ü\ud83d\ude00").nextText()).isEqualTo("ü\ud83d\ude00");
        }
    }

    @Test
    void fragmentsAreJoinedAndControlFramesMayStandBetweenThem() throws Exception {
        try (var client = SocketClient.open(server)) {
            client.frame(1, "on".getBytes(StandardCharsets.UTF_8)).ping("between");
            assertThat(client.next()).extracting("opcode").isEqualTo(SocketClient.PONG);
            client.frame(0).frame(LAST | SocketClient.PONG).frame(LAST, (byte) 'e');
            assertThat(client.nextText()).isEqualTo("one");
        }
    }

    @Test
    void aPingIsAnsweredAtOnceAlsoWhileAnAnswerGoesOn() throws Exception {
        try (var client = SocketClient.open(server)) {
            assertThat(client.text("wait").nextText()).isEqualTo("wait");
            var pong = client.ping("still there?").next();
            assertThat(pong.opcode()).isEqualTo(SocketClient.PONG);
            assertThat(pong.text()).isEqualTo("still there?");
            assertThat(client.ping("").next().content().length()).isZero();
            goOn.countDown();
            assertThat(client.nextText()).isEqualTo("wait");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1011, 3000, 4999})
    void aCloseIsAnsweredWithItsCode(int code) throws Exception {
        try (var client = SocketClient.open(server)) {
            client.close(code).expectClose(code);
        }
        Eventually.holds("the connection is forgotten", () -> server.openConnections() == 0);
    }

    @Test
    void aCloseWithoutACodeIsAnsweredWithoutOne() throws Exception {
        try (var client = SocketClient.open(server)) {
            var close = client.frame(LAST | SocketClient.CLOSE).next();
            assertThat(close.opcode()).isEqualTo(SocketClient.CLOSE);
            assertThat(close.payload()).isEmpty();
        }
    }

    static Stream<Arguments> wrong() {
        var notUtf8 = new byte[] {(byte) 0xc3, 0x28};
        return Stream.of(
                arguments("binary", 1003, SocketClient.masked(LAST | 2, (byte) 1)),
                arguments("text that is not UTF-8", 1007, SocketClient.masked(LAST | 1, notUtf8)),
                arguments("a surrogate", 1007, SocketClient.masked(LAST | 1, (byte) 0xed, (byte) 0xa0, (byte) 0x80)),
                arguments("no mask", 1002, new byte[] {(byte) (LAST | 1), 1, 'x'}),
                arguments("reserved bit", 1002, SocketClient.masked(LAST | 0x41, (byte) 'x')),
                arguments("reserved opcode", 1002, SocketClient.masked(LAST | 3, (byte) 'x')),
                arguments("reserved control opcode", 1002, SocketClient.masked(LAST | 11)),
                arguments("continuation of nothing", 1002, SocketClient.masked(LAST, (byte) 'x')),
                arguments("ping in parts", 1002, SocketClient.masked(SocketClient.PING)),
                arguments("long ping", 1002, SocketClient.masked(LAST | SocketClient.PING, new byte[126])),
                arguments("length in too many bytes", 1002, new byte[] {(byte) (LAST | 1), (byte) 0xfe, 0, 5}),
                arguments("negative length", 1002, new byte[] {
                    (byte) (LAST | 1), (byte) 0xff, (byte) 0x80, 0, 0, 0, 0, 0, 0, 1
                }),
                arguments(
                        "huge", 1009, new byte[] {(byte) (LAST | 1), (byte) 0xff, 0x7f, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0
                        }),
                arguments("close with one byte", 1002, SocketClient.masked(LAST | SocketClient.CLOSE, (byte) 3)),
                arguments(
                        "close with a wrong code", 1002, SocketClient.masked(LAST | SocketClient.CLOSE, (byte) 3, (byte)
                                0xed)),
                arguments(
                        "close with a wrong reason",
                        1007,
                        SocketClient.masked(LAST | SocketClient.CLOSE, (byte) 3, (byte) 0xe8, (byte) 0xff)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void wrong(String name, int code, byte[] bytes) throws Exception {
        try (var client = SocketClient.open(server)) {
            client.raw().send(bytes);
            client.expectClose(code);
        }
        Eventually.holds("the WebSocket is over", () -> server.openWebSockets() == 0);
        assertThat(entrance.connections()).isZero();
    }

    @Test
    void aTextAfterAnUnfinishedText() throws Exception {
        try (var client = SocketClient.open(server)) {
            client.frame(1, (byte) 'x').text("y").expectClose(1002);
        }
        Eventually.holds("its memory is given back", () -> server.bufferedBytes() == 0);
    }

    @Test
    void aMessageMayBeAsLongAsABodyAndNoLonger() throws Exception {
        try (var client = SocketClient.open(server)) {
            var half = "x".repeat(TestServers.MAX_BODY_BYTES / 2).getBytes(StandardCharsets.UTF_8);
            client.frame(1, half).frame(LAST, half);
            assertThat(client.nextText()).hasSize(TestServers.MAX_BODY_BYTES);
            client.frame(1, half).frame(0, half).frame(LAST, (byte) 'x').expectClose(1009);
        }
        Eventually.holds("its memory is given back", () -> server.bufferedBytes() == 0);
    }

    @Test
    void aClientThatVanishesEndsItsAnswerAtTheNextWrite() throws Exception {
        try (var client = SocketClient.open(server)) {
            assertThat(client.text("wait").nextText()).isEqualTo("wait");
            reset(client);
        }
        Eventually.holds("the connection is forgotten", () -> server.openConnections() == 0);
        assertThat(server.openWebSockets()).isEqualTo(1);
        goOn.countDown();
        Eventually.holds("the answer breaks", () -> entrance.broken() == 1);
        Eventually.holds("the WebSocket is over", () -> server.openWebSockets() == 0);
        assertThat(entrance.connections()).isZero();
        assertThat(server.bufferedBytes()).isZero();
    }

    private static void reset(SocketClient client) throws IOException {
        client.raw().socket().setSoLinger(true, 0);
    }
}

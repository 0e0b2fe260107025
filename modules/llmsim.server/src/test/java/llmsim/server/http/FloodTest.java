package llmsim.server.http;

import static llmsim.server.http.TestServers.MAX_BODY_BYTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import llmsim.server.settings.ServerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Rule HTTP-35: whatever clients do, nothing of them is left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FloodTest {
    private static final int CHEAP = 1_000;
    private static final int COSTLY = 100;
    private static final int AT_ONCE = 50;
    private static final long HEAP_TOLERANCE_BYTES = 24L * 1024 * 1024;
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String UPGRADE = "GET /fake/talk HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\n";
    private static final String HANDSHAKE = UPGRADE
            + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    private static final String HEAD = "POST /fake/x HTTP/1.1\r\nHost: x\r\n";

    private HttpServer server;

    @TempDir
    Path folder;

    @BeforeAll
    void start() {
        var entrance = new FakeEntrance((incoming, outlet) -> {
            FakeEntrance.beginStream(outlet);
            for (var i = 0; i < (incoming.path().equals("/much") ? 1_000 : 2); i++) {
                FakeEntrance.event(outlet, "x".repeat(50_000));
            }
            outlet.end();
        });
        var patience = new ServerSettings.Timeouts(SHORT, SHORT, Duration.ofSeconds(2), SHORT);
        server = TestServers.start(entrance, TestServers.settings(patience));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void nothingIsLeftOfBadClients() throws Exception {
        wave(AT_ONCE, this::healthy);
        try (var open = RawClient.connect(server)) {
            assertThat(open.get("/health").status()).isEqualTo(200);
            assertThat(Remains.countHandlers(folder)).isEqualTo(1);
        }
        var before = Remains.of(server, folder);
        for (var bad : cheap()) {
            wave(CHEAP, bad);
        }
        for (var bad : costly()) {
            wave(COSTLY, bad);
        }
        Eventually.holds("all connections are forgotten", () -> server.openConnections() == 0);
        wave(AT_ONCE, this::healthy);
        var after = Remains.of(server, folder);
        Eventually.holds("every WebSocket is over", () -> server.openWebSockets() == 0);
        assertThat(server.bufferedBytes()).isZero();
        assertThat(after.handlers()).isZero();
        assertThat(after.fileDescriptors()).isLessThanOrEqualTo(before.fileDescriptors() + 10);
        assertThat(after.platformThreads()).isLessThanOrEqualTo(before.platformThreads() + 10);
        assertThat(after.heapBytes()).isLessThan(before.heapBytes() + HEAP_TOLERANCE_BYTES);
    }

    private List<Client> cheap() {
        return List.of(
                sending("GARBAGE\r\n\r\n"),
                sending("G@T /fake/x HTTP/1.1\r\nHost: x\r\n\r\n"),
                sending("GET /fake/%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
                sending("GET /fake/x HTTP/1.0\r\n\r\n"),
                sending(HEAD + "no colon\r\n\r\n"),
                sending(HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"),
                sending(HEAD + "Content-Length: 9999999999\r\n\r\n"),
                leaving(""),
                leaving(HEAD + "Content-Le"),
                leaving(HEAD + "Content-Length: 10\r\n\r\nhello"),
                leaving(HEAD + "\r\n"),
                sending(UPGRADE + "Connection: Upgrade, close\r\nSec-WebSocket-Version: 13\r\n\r\n"),
                sending(UPGRADE + "Connection: Upgrade, close\r\nSec-WebSocket-Version: 8\r\n\r\n"),
                leaving(UPGRADE),
                leaving(HANDSHAKE),
                leaving(HANDSHAKE + "\u0081\u0085abcdh"),
                leaving(HANDSHAKE + "\u0001\u0080abcd\u0080\u0080abcd".repeat(20)));
    }

    private List<Client> costly() {
        return List.of(
                sending(HEAD + "X-A: a\r\n".repeat(HttpLimits.HEADER_BYTES / 8) + "\r\n"),
                sending(HEAD + "Content-Length: " + 2 * MAX_BODY_BYTES + "\r\n\r\n" + "x".repeat(2 * MAX_BODY_BYTES)),
                sending(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + "1\r\nx\r\n".repeat(2 * MAX_BODY_BYTES)),
                sending(HEAD + "Transfer-Encoding: chunked\r\n\r\n" + "1".repeat(4 * MAX_BODY_BYTES)),
                sending(HEAD),
                sending(HEAD + "Content-Length: 10\r\n\r\nhello"),
                sending(""),
                this::readNothing);
    }

    private void healthy() throws IOException {
        try (var client = RawClient.connect(server)) {
            assertThat(client.get("/health").status()).isEqualTo(200);
        }
    }

    /** Sends, and reads until the server closes. */
    private Client sending(String text) {
        return () -> {
            try (var client = RawClient.connect(server)) {
                try {
                    client.send(text);
                } catch (IOException _) {
                    // refused in the middle of it
                }
                assertThat(client.untilClosed())
                        .satisfiesAnyOf(
                                answer -> assertThat(answer).isEmpty(),
                                answer -> assertThat(answer).matches("(?s)HTTP/1.1 [45].*"));
            }
        };
    }

    /** Sends, and resets the connection. */
    private Client leaving(String text) {
        return () -> {
            try (var client = RawClient.connect(server)) {
                client.send(text).socket().setSoLinger(true, 0);
            }
        };
    }

    private void readNothing() throws IOException {
        try (var client = RawClient.connect(server)) {
            client.socket().setReceiveBufferSize(4_096);
            client.send("POST /fake/much HTTP/1.1\r\nHost: x\r\n\r\n");
            Eventually.holds("the server gives up", () -> {
                try {
                    client.send("\r\n");
                    return false;
                } catch (IOException _) {
                    return true;
                }
            });
        }
    }

    private static void wave(int number, Client client) throws Exception {
        for (var done = 0; done < number; done += AT_ONCE) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var running = new ArrayList<Future<?>>();
                for (var i = 0; i < AT_ONCE; i++) {
                    running.add(threads.submit(() -> {
                        client.run();
                        return null;
                    }));
                }
                for (var run : running) {
                    run.get();
                }
            }
        }
    }

    private interface Client {
        void run() throws IOException;
    }
}

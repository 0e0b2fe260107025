package llmsim.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import llmsim.engine.Outlet;
import llmsim.server.settings.ServerSettings;
import org.junit.jupiter.api.Test;

/** Rules HTTP-29 to HTTP-33. */
class ShutdownTest {
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final FakeEntrance entrance = new FakeEntrance((_, outlet) -> holdOpen(outlet));

    private void holdOpen(Outlet outlet) throws IOException {
        FakeEntrance.beginStream(outlet);
        FakeEntrance.event(outlet, "first");
        try {
            goOn.await();
        } catch (InterruptedException _) {
            // as it is when the grace is over
        }
        FakeEntrance.event(outlet, "last");
        outlet.end();
    }

    private static ServerSettings withGrace(Duration grace) {
        return new ServerSettings("127.0.0.1", 0, 1_000, 100_000, 100, TestServers.PATIENT, grace, "*");
    }

    @Test
    void aRunningAnswerMayEndAndNoNewRequestIsTaken() throws Exception {
        var server = TestServers.start(entrance, withGrace(Duration.ofMinutes(1)));
        try (var idle = RawClient.connect(server);
                var client = RawClient.connect(server)) {
            assertThat(idle.get("/health").status()).isEqualTo(200);
            client.send("GET /fake/x HTTP/1.1\r\nHost: x\r\n\r\n");
            Eventually.holds("the answer has begun", () -> available(client) > 0);
            var closed = CompletableFuture.runAsync(server::close);
            assertThat(idle.untilClosed()).isEmpty();
            Eventually.holds("nobody listens any more", () -> isRefused(server));
            assertThat(closed).isNotDone();
            goOn.countDown();
            assertThat(client.response().body()).isEqualTo("data: first\n\ndata: last\n\n");
            assertThat(client.untilClosed()).isEmpty();
            closed.get(30, TimeUnit.SECONDS);
            assertThat(server.openConnections()).isZero();
        }
    }

    @Test
    void anAnswerIsCutAfterTheGrace() throws Exception {
        var server = TestServers.start(entrance, withGrace(Duration.ofMillis(50)));
        try (var client = RawClient.connect(server)) {
            client.send("GET /fake/x HTTP/1.1\r\nHost: x\r\n\r\n");
            Eventually.holds("the answer has begun", () -> available(client) > 0);
            server.close();
            assertThat(client.untilClosed()).doesNotContain("last");
            assertThat(server.openConnections()).isZero();
            Eventually.holds("its thread has noticed", () -> entrance.broken() == 1);
        }
    }

    @Test
    void aTakenPortIsOneSentence() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var settings = new ServerSettings(
                    "0.0.0.0", taken.getLocalPort(), 1_000, 100_000, 100, TestServers.PATIENT, Duration.ZERO, "*");
            assertThatExceptionOfType(ListenException.class)
                    .isThrownBy(() -> TestServers.start(entrance, settings).close())
                    .withMessage("Cannot listen on 0.0.0.0:" + taken.getLocalPort() + ": port " + taken.getLocalPort()
                            + " is taken by another program; stop it, or choose another port (0 for any that is free)");
        }
    }

    @Test
    void anAddressOfAnotherMachineIsOneSentence() {
        var settings = new ServerSettings("192.0.2.1", 0, 1_000, 100_000, 100, TestServers.PATIENT, Duration.ZERO, "*");
        assertThatExceptionOfType(ListenException.class)
                .isThrownBy(() -> TestServers.start(entrance, settings).close())
                .withMessage("Cannot listen on 192.0.2.1:0: 192.0.2.1 is no address of this machine");
    }

    @Test
    void aServerCanFollowAnotherOnItsPort() throws Exception {
        var first = TestServers.start(FakeEntrance.echoing());
        try (var client = RawClient.connect(first)) {
            assertThat(client.get("/health").status()).isEqualTo(200);
        }
        first.close();
        var settings = new ServerSettings(
                "127.0.0.1", first.port(), 1_000, 100_000, 100, TestServers.PATIENT, Duration.ZERO, "*");
        try (var second = TestServers.start(entrance, settings);
                var client = RawClient.connect(second)) {
            assertThat(client.get("/health").status()).isEqualTo(200);
        }
    }

    @Test
    void nothingOfTheEngineIsHeldAfterTheEnd() {
        var held = new WeakReference<>(servedAndStopped());
        Eventually.holds("the entrance is collected", () -> {
            System.gc();
            return held.get() == null;
        });
    }

    private static FakeEntrance servedAndStopped() {
        var served = FakeEntrance.echoing();
        try (var server = TestServers.start(served);
                var client = RawClient.connect(server)) {
            assertThat(client.get("/fake/x").status()).isEqualTo(200);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return served;
    }

    private static int available(RawClient client) {
        try {
            return client.socket().getInputStream().available();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isRefused(HttpServer server) {
        try (var client = RawClient.connect(server)) {
            client.untilClosed();
            return false;
        } catch (IOException _) {
            return true;
        }
    }
}

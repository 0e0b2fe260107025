package llmsim.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import llmsim.engine.configuration.Breakage;
import llmsim.engine.configuration.StreamFault;
import llmsim.engine.configuration.StreamFaults;
import llmsim.server.assembly.Setup;
import llmsim.server.assembly.Simulated;
import llmsim.server.settings.Sources;
import llmsim.server.settings.StreamFaultRows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Rule B15: of broken streams nothing is left. {@code -Dllmsim.broken.waves=10} breaks ten thousand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenStreamsTest {
    private static final int WAVES = Integer.getInteger("llmsim.broken.waves", 1);
    private static final int AT_ONCE = 1_000;
    private static final long HEAP_TOLERANCE_BYTES = 24L * 1024 * 1024;
    /** All that do not take seconds; by a pause of no length. */
    private static final List<Breakage> BREAKAGES =
            EnumSet.complementOf(EnumSet.of(Breakage.TRICKLE, Breakage.SLOW_HEADERS)).stream()
                    .toList();

    private Simulated simulated;
    private HttpServer server;

    @TempDir
    Path folder;

    @BeforeAll
    void start() {
        var sources = Sources.NONE
                .with(Sources.Direct.code("latency.ttft_mean_ms", "0"))
                .with(Sources.Direct.code("latency.ttft_stddev_ms", "0"))
                .with(Sources.Direct.code("latency.tbt_mean_ms", "0"))
                .with(Sources.Direct.code("latency.tbt_stddev_ms", "0"))
                .with(Sources.Direct.code("response.target_tokens", "20"));
        var faults = new StreamFaults(BREAKAGES.stream()
                .map(breakage -> StreamFaults.Chance.of(quick(breakage), 1.0 / BREAKAGES.size()))
                .toList());
        simulated = Simulated.of(Setup.of(
                sources.with(StreamFaultRows.direct(faults)), extensions -> extensions.with(new LineAdapter())));
        server = TestServers.start(simulated.simulator());
    }

    private static StreamFault quick(Breakage breakage) {
        var fault = StreamFault.of(breakage);
        return breakage.takesTime() ? fault.waiting(java.time.Duration.ofMillis(1)) : fault;
    }

    @AfterAll
    void stop() {
        server.close();
        simulated.close();
    }

    @Test
    void nothingIsLeftOfBrokenStreams() throws Exception {
        wave(100);
        var before = Remains.of(server, folder);
        for (var wave = 0; wave < WAVES; wave++) {
            wave(AT_ONCE);
        }
        var after = Remains.of(server, folder);
        Eventually.holds("every WebSocket is over", () -> server.openWebSockets() == 0);
        var statistics = simulated.simulator().statistics();

        assertThat(server.bufferedBytes()).isZero();
        assertThat(after.handlers()).isZero();
        assertThat(after.fileDescriptors()).isLessThanOrEqualTo(before.fileDescriptors() + 10);
        assertThat(after.platformThreads()).isLessThanOrEqualTo(before.platformThreads() + 10);
        assertThat(after.heapBytes()).isLessThan(before.heapBytes() + HEAP_TOLERANCE_BYTES);
        assertThat(statistics.activeRequests()).isZero();
        assertThat(statistics.brokenStreams()).isPositive();
        assertThat(statistics.completedRequests()
                        + statistics.cancelledRequests()
                        + statistics.brokenStreams()
                        + statistics.totalErrors())
                .isEqualTo(statistics.totalRequests());
    }

    private void wave(int number) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var i = 0; i < number; i++) {
                var odd = i % 10 == 0;
                running.add(threads.submit(() -> {
                    if (odd) {
                        message();
                    } else {
                        post();
                    }
                    return null;
                }));
            }
            for (var run : running) {
                run.get();
            }
        }
        Eventually.holds("all connections are forgotten", () -> server.openConnections() == 0);
    }

    private void post() throws IOException {
        try (var client = RawClient.connect(server)) {
            client.send("POST /lines/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                    .untilClosed();
        }
    }

    /** Asks over a WebSocket, and leaves after the first byte: a pong, if nothing else comes. */
    private void message() throws IOException {
        try (var client = RawClient.connect(server)) {
            client.send(SocketClient.handshake("/lines/talk")).response();
            client.send(SocketClient.masked(0x81, (byte) '{', (byte) '}'));
            client.send(SocketClient.masked(0x80 | SocketClient.PING));
            client.read();
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException _) {
            // reset
        }
    }
}

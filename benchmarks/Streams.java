import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Holds many streams of one server at once, begun one after the other over a second, and counts what comes.
 *
 * <p>{@code java benchmarks/Streams.java http://127.0.0.1:8080 1000 500}: 1,000 streams of 500 tokens. The server's own
 * figures (how late it wrote) are printed from {@code /llmsim/stats} at the end.
 */
final class Streams {
    private final URI server;
    private final int tokens;
    private final LongAdder events = new LongAdder();
    private final LongAdder failed = new LongAdder();

    private Streams(URI server, int tokens) {
        this.server = server;
        this.tokens = tokens;
    }

    public static void main(String[] args) throws Exception {
        var streams = Integer.parseInt(args[1]);
        var run = new Streams(URI.create(args[0]), Integer.parseInt(args[2]));
        var begin = System.nanoTime();
        run.hold(streams);
        var seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "%d streams, %d failed, %d events in %.1f s: %.0f events/s%n",
                streams, run.failed.sum(), run.events.sum(), seconds, run.events.sum() / seconds);
        System.out.println(run.statistics());
    }

    private void hold(int streams) throws InterruptedException {
        var done = new CountDownLatch(streams);
        for (var i = 0; i < streams; i++) {
            Thread.startVirtualThread(() -> {
                read();
                done.countDown();
            });
            LockSupport.parkNanos(1_000_000_000L / streams);
        }
        done.await();
    }

    private void read() {
        var body = "{\"model\":\"gpt-5\",\"stream\":true,\"max_tokens\":" + tokens
                + ",\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            send(socket, "POST /openai/v1/chat/completions", body);
            if (!countEvents(socket.getInputStream())) {
                failed.increment();
            }
        } catch (IOException e) {
            System.err.println(e);
            failed.increment();
        }
    }

    /** Counts the ends of lines that hold an event; whether the stream's own end mark came. */
    private boolean countEvents(InputStream in) throws IOException {
        var buffer = new byte[4096];
        var tail = "";
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            var found = 0;
            for (var i = 1; i < read; i++) {
                if (buffer[i] == '\n' && buffer[i - 1] == '\n') {
                    found++;
                }
            }
            events.add(found);
            tail = tail.substring(Math.max(0, tail.length() - 32)) + new String(buffer, Math.max(0, read - 32), Math.min(32, read), StandardCharsets.US_ASCII);
            if (tail.contains("[DONE]")) {
                return true;
            }
        }
        return false;
    }

    private void send(Socket socket, String request, String body) throws IOException {
        var head = request + " HTTP/1.1\r\nhost: " + server.getAuthority() + "\r\ncontent-type: application/json\r\n"
                + "content-length: " + body.length() + "\r\nconnection: close\r\n\r\n";
        socket.setTcpNoDelay(true);
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
    }

    private String statistics() throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            send(socket, "GET /llmsim/stats", "");
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\r\n\r\n", 2)[1];
        }
    }
}

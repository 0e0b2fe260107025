package llmsim.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.LinkedBlockingQueue;
import llmsim.engine.Incoming;
import llmsim.engine.Outlet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules HTTP-19 to HTTP-23. */
class StreamingTest {
    private static final String END = "end";

    private final LinkedBlockingQueue<String> orders = new LinkedBlockingQueue<>();
    private final FakeEntrance entrance = new FakeEntrance(this::answer);
    private HttpServer server;

    private void answer(Incoming incoming, Outlet outlet) throws IOException {
        if (incoming.path().equals("/whole")) {
            FakeEntrance.whole(outlet, 200, "{\"text\":\"" + "x".repeat(2_000) + "\"}");
            return;
        }
        FakeEntrance.beginStream(outlet);
        try {
            for (var order = orders.take(); !order.equals(END); order = orders.take()) {
                FakeEntrance.event(outlet, order);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        outlet.end();
    }

    @BeforeEach
    void start() {
        server = TestServers.start(entrance);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private SocketChannel ask(String path) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        channel.write(ByteBuffer.wrap(("POST " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(UTF_8)));
        return channel;
    }

    private static String read(SocketChannel channel) throws IOException {
        var bytes = ByteBuffer.allocate(64 * 1024);
        channel.read(bytes);
        return UTF_8.decode(bytes.flip()).toString();
    }

    @Test
    void anEventArrivesInOneReadAndTheHeadWithTheFirst() throws Exception {
        try (var channel = ask("/fake/stream")) {
            orders.add("first");
            var first = read(channel);
            assertThat(first).startsWith("HTTP/1.1 200 OK\r\n").contains("\r\ncontent-type: text/event-stream\r\n");
            assertThat(first).endsWith("transfer-encoding: chunked\r\n\r\nd\r\ndata: first\n\n\r\n");
            for (var i = 0; i < 100; i++) {
                orders.add("event " + i);
                var data = "data: event " + i + "\n\n";
                assertThat(read(channel)).isEqualTo(Integer.toHexString(data.length()) + "\r\n" + data + "\r\n");
            }
            orders.add(END);
            assertThat(read(channel)).isEqualTo("0\r\n\r\n");
        }
    }

    @Test
    void aWholeAnswerArrivesInOneRead() throws Exception {
        try (var channel = ask("/fake/whole")) {
            assertThat(read(channel)).contains("content-length: 2011\r\n").endsWith("x\"}");
        }
    }

    @Test
    void eventsOfAnySize() throws Exception {
        try (var client = RawClient.connect(server)) {
            client.send("POST /fake/stream HTTP/1.1\r\nHost: x\r\n\r\n");
            var expected = new StringBuilder();
            for (var length : new int[] {1, 15, 16, 4_096, 65_536, 1_000_000, 1}) {
                orders.add("x".repeat(length));
                expected.append("data: ").append("x".repeat(length)).append("\n\n");
            }
            orders.add(END);
            var body = client.response().body();
            assertThat(body.length()).isEqualTo(expected.length());
            assertThat(body.contentEquals(expected)).isTrue();
            assertThat(client.get("/health").status()).isEqualTo(200);
        }
    }

    @Test
    void aStreamToHeadHasNoBody() throws Exception {
        try (var client = RawClient.connect(server)) {
            client.send("HEAD /fake/stream HTTP/1.1\r\nHost: x\r\n\r\n");
            orders.add("unseen");
            orders.add(END);
            assertThat(client.response(true).status()).isEqualTo(200);
            assertThat(client.get("/health").status()).isEqualTo(200);
        }
    }

    @Test
    void aClientThatLeavesIsNoticedAtAWrite() throws Exception {
        var channel = ask("/fake/stream");
        orders.add("first");
        read(channel);
        channel.close();
        Eventually.holds("the write fails", () -> {
            orders.add("more");
            return entrance.broken() == 1;
        });
        orders.clear();
        Eventually.holds("the connection is forgotten", () -> server.openConnections() == 0);
    }

    @Test
    void anAnswerWithoutEndBreaksTheConnection() throws Exception {
        try (var other = TestServers.start(new FakeEntrance((_, outlet) -> {
                    FakeEntrance.beginStream(outlet);
                    FakeEntrance.event(outlet, "only");
                }));
                var client = RawClient.connect(other)) {
            client.send("GET /fake/x HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThatThrownBy(client::response).isInstanceOf(IOException.class).hasMessageStartingWith("closed");
        }
    }

    @Test
    void aDefectIsAnsweredWithoutDetails() throws Exception {
        try (var other = TestServers.start(new FakeEntrance((_, _) -> {
                    throw new IllegalStateException("secret");
                }));
                var client = RawClient.connect(other)) {
            var response = client.get("/fake/x");
            assertThat(response.status()).isEqualTo(500);
            assertThat(response.body()).doesNotContain("secret");
        }
    }

    @Test
    void fieldsCannotBeSmuggledIntoTheHead() throws Exception {
        try (var other = TestServers.start(new FakeEntrance((incoming, outlet) -> {
                    var headers = llmsim.api.exchange.Headers.builder()
                            .add("x-echo", incoming.path() + "\r\nevil: 1")
                            .add("content-length", "7")
                            .add("transfer-encoding", "gzip")
                            .build();
                    outlet.begin(new llmsim.engine.Head(200, llmsim.api.render.Framing.WHOLE, headers));
                    outlet.end();
                }));
                var client = RawClient.connect(other)) {
            var response = client.get("/fake/%E2%82%AC");
            assertThat(response.header("x-echo")).isEqualTo("/???evil: 1");
            assertThat(response.header("content-length")).isEqualTo("0");
            assertThat(response.headers()).doesNotContainKeys("evil", "transfer-encoding");
        }
    }
}

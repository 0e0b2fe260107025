package llmsim.server.http;

import static llmsim.server.http.TestServers.PATIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import llmsim.server.settings.ServerSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rule HTTP-36. */
class BodyMemoryTest {
    private static final int BODY = 60_000;
    private final HttpServer server = TestServers.start(
            FakeEntrance.echoing(),
            new ServerSettings("127.0.0.1", 0, BODY, 3 * BODY, 100, PATIENT, Duration.ofSeconds(30), "*"));

    @AfterEach
    void stop() {
        server.close();
    }

    private RawClient sending(String framing, int bytes) throws Exception {
        return RawClient.connect(server)
                .send("POST /fake/x HTTP/1.1\r\nHost: x\r\n" + framing + "\r\n\r\n")
                .send("x".repeat(bytes));
    }

    private void holds(long least, long most) {
        Eventually.holds(
                "between " + least + " and " + most + " bytes are held",
                () -> server.bufferedBytes() >= least && server.bufferedBytes() <= most);
    }

    @Test
    void bodiesBeyondTheBoundAreRefusedUntilThereIsRoom() throws Exception {
        var held = new ArrayList<RawClient>();
        for (var i = 0; i < 3; i++) {
            held.add(sending("Content-Length: " + BODY, BODY - 10));
        }
        // What arrived together with a head is not counted.
        holds(3 * (BODY - 10) - 3 * 10_000, 3 * BODY);

        for (var framing : new String[] {"Content-Length: " + BODY, "Transfer-Encoding: chunked\r\n\r\nea60"}) {
            try (var tooMany = sending(framing, BODY)) {
                var response = tooMany.response();
                assertThat(response.status()).as(response.toString()).isEqualTo(503);
                assertThat(response.body()).contains("\"provider\":\"fake\"", "as many bodies");
            }
        }
        for (var client : held) {
            assertThat(client.send("x".repeat(10)).response().body()).contains("\"body\":" + BODY + "}");
            client.close();
        }
        holds(0, 0);
        try (var next = sending("Content-Length: " + BODY, BODY)) {
            assertThat(next.response().status()).isEqualTo(200);
            holds(0, 0);
            assertThat(next.get("/health").status()).isEqualTo(200);
        }
    }

    @Test
    void whoGoesInTheMiddleLeavesNothing() throws Exception {
        try (var _ = sending("Content-Length: " + BODY, BODY - 10)) {
            holds(BODY - 20_000, BODY);
        }
        holds(0, 0);
    }

    @Test
    void oneBodyAlwaysHasRoom() {
        var memory = new BodyMemory(1, BODY);

        assertThat(memory.room().take(BODY)).isTrue();
        assertThat(memory.room().take(BODY)).isFalse();
        assertThat(memory.held()).isEqualTo(BODY);
    }
}

package llmsim.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rule HTTP-33. */
class HelidonLogTest {
    @Test
    void startAndEndAreQuiet() throws Exception {
        var logged = LogLines.during(() -> {
            try (var server = TestServers.start(FakeEntrance.echoing());
                    var client = RawClient.connect(server)) {
                client.send("GARBAGE\r\n\r\n").untilClosed();
            }
        });
        assertThat(logged).isEmpty();
    }
}

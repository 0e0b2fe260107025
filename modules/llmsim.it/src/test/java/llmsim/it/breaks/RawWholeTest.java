package llmsim.it.breaks;

import static org.assertj.core.api.Assertions.assertThat;

import llmsim.it.breaks.Wire.End;
import llmsim.it.breaks.Wire.Got;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The faults of a whole answer as they are on the wire. */
class RawWholeTest {
    private static Faulty faulty;
    private static Got plain;

    @BeforeAll
    static void start() throws Exception {
        faulty = Faulty.with(
                "reset@0",
                "reset@50%",
                "close@50%",
                "hang:5ms@50%",
                "stall:5ms@50%",
                "truncated_chunk@50%",
                "half_event@50%",
                "malformed_json@0",
                "split:1ms",
                "trickle:1ms",
                "slow_headers:1ms",
                "crlf",
                "missing_end",
                "stream_error@50%");
        plain = faulty.chat("none", false);
        assertThat(plain.head()).contains("content-length: " + plain.body().length() + "\r\n");
    }

    @AfterAll
    static void stop() {
        faulty.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"close@50%", "hang:5ms@50%", "truncated_chunk@50%"})
    void lessComesThanTheLengthSays(String fault) throws Exception {
        var got = faulty.chat(fault, false);
        assertThat(got.head()).contains("content-length: " + plain.body().length() + "\r\n");
        assertThat(plain.body()).startsWith(got.body());
        assertThat(got.body().length())
                .isBetween(plain.body().length() * 45 / 100, plain.body().length() / 2);
        assertThat(got.end()).isEqualTo(End.FIN);
    }

    @Test
    void aResetMayTakeBytesWithIt() throws Exception {
        assertThat(faulty.chat("reset@0", false)).isEqualTo(new Got("", 0, End.RESET));
        assertThat(faulty.chat("reset@50%", false).end()).isEqualTo(End.RESET);
    }

    @Test
    void halfOfItIsAWholeBody() throws Exception {
        var got = faulty.chat("half_event@50%", false);
        assertThat(got.head()).contains("content-length: " + got.body().length() + "\r\n");
        assertThat(plain.body()).startsWith(got.body()).isNotEqualTo(got.body());
    }

    @Test
    void malformedJsonLacksItsLastBrace() throws Exception {
        assertThat(faulty.chat("malformed_json@0", false).body() + "}").isEqualTo(plain.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stall:5ms@50%", "split:1ms", "trickle:1ms", "slow_headers:1ms", "crlf", "missing_end"})
    void theBytesStayAsTheyAre(String fault) throws Exception {
        var got = faulty.chat(fault, false);
        assertThat(got.body()).isEqualTo(plain.body());
        assertThat(got.head()).contains("content-length: " + plain.body().length() + "\r\n");
    }

    @Test
    void theProvidersErrorIsTheWholeAnswer() throws Exception {
        var got = faulty.chat("stream_error@50%", false);
        assertThat(got.head()).startsWith("HTTP/1.1 500 ");
        assertThat(got.body()).startsWith("{\"error\":{");
    }
}

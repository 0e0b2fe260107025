package llmsim.it.breaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import llmsim.engine.script.Turn;
import llmsim.it.access.OwnCertificate;
import llmsim.it.breaks.Wire.End;
import llmsim.it.breaks.Wire.Got;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken answers over TLS: what is inside is the same byte by byte, and a reset is a reset. */
class RawTlsTest {
    private static final String[] FAULTS = {
        "reset@0",
        "reset@3",
        "close@3",
        "truncated_chunk@3",
        "half_event@3",
        "malformed_json@3",
        "split:1ms",
        "trickle:1ms",
        "stall:5ms@3",
        "slow_headers:1ms",
        "crlf",
        "stream_error@3"
    };

    @TempDir
    static Path folder;

    private static Faulty open;
    private static Faulty encrypted;
    private static SSLContext trusting;

    @BeforeAll
    static void start() throws Exception {
        var own = OwnCertificate.make(folder, "EC");
        trusting = own.trusting();
        open = Faulty.with(FAULTS);
        encrypted = Faulty.with(
                Turn.assistant(Faulty.TEXT), builder -> builder.tls(own.certificate(), own.privateKey()), FAULTS);
    }

    @AfterAll
    static void stop() {
        open.close();
        encrypted.close();
    }

    private static Got chat(String fault, boolean stream) throws Exception {
        try (var wire = Wire.to(encrypted.llm(), trusting)) {
            return Faulty.chat(wire, fault, stream);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "close@3",
                "truncated_chunk@3",
                "half_event@3",
                "malformed_json@3",
                "split:1ms",
                "stall:5ms@3",
                "slow_headers:1ms",
                "crlf",
                "stream_error@3"
            })
    void theSameBytesCome(String fault) throws Exception {
        var got = chat(fault, true);

        assertThat(got.body()).isEqualTo(open.chat(fault).body());
        assertThat(got.end()).isEqualTo(End.FIN);
    }

    @Test
    void bytesTrickle() throws Exception {
        var pieces = Faulty.chunks(chat("trickle:1ms", true).body());
        var plain = Faulty.chunks(open.chat("none").body());

        assertThat(pieces).allMatch(piece -> piece.length() <= 4);
        assertThat(Faulty.steady(String.join("", pieces))).isEqualTo(String.join("", plain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"close@3", "malformed_json@3", "split:1ms"})
    void andOfAWholeAnswer(String fault) throws Exception {
        assertThat(chat(fault, false).body()).isEqualTo(open.chat(fault, false).body());
    }

    @Test
    void aResetIsSeenAsOne() throws Exception {
        assertThat(chat("reset@0", true)).isEqualTo(new Got("", 0, End.RESET));

        var later = chat("reset@3", true);
        assertThat(later.end()).isEqualTo(End.RESET);
        assertThat(open.chat("none").body()).startsWith(later.bytes().isEmpty() ? "" : later.body());
    }
}

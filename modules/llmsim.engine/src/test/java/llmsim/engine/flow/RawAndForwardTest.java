package llmsim.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import llmsim.api.content.Bytes;
import llmsim.api.exchange.Headers;
import llmsim.api.exchange.Outcome;
import llmsim.api.prompt.SimRequest;
import llmsim.api.render.Framing;
import llmsim.api.reply.Decision;
import llmsim.api.reply.Decision.TimedChunk;
import llmsim.engine.Forwarder;
import llmsim.engine.Head;
import llmsim.engine.trial.EventLines;
import llmsim.engine.trial.Reached;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.api.Test;

class RawAndForwardTest {
    private static final Decision FORWARD = new Decision.Forward(URI.create("https://api.example.com"));
    private static final Decision RAW = new Decision.Raw(
            203,
            Headers.of(Map.of("x-recorded", "yes")),
            List.of(
                    new TimedChunk(Duration.ofMillis(30), Bytes.ofUtf8("one")),
                    new TimedChunk(Duration.ofMillis(75), Bytes.ofUtf8("two"))));

    private final EventLines lines = new EventLines();

    @Test
    void recordedBytesAreAsTheyWereWhenTheyWere() {
        var reached = rig(RAW).post("/x");

        assertThat(reached.status()).isEqualTo(203);
        assertThat(reached.header("x-recorded")).isEqualTo("yes");
        assertThat(reached.frames())
                .containsExactly(
                        new Reached.Frame(Duration.ofMillis(30), "one"),
                        new Reached.Frame(Duration.ofMillis(75), "two"));
        assertThat(reached.endedAt()).hasMillis(75);
    }

    @Test
    void aRecordingEndsWithTheSimulator() {
        var rig = rig(RAW);
        rig.close();
        var reached = rig.post("/x");

        assertThat(reached.ended()).isFalse();
        assertThat(rig.journal.only().outcome()).isEqualTo(new Outcome.Cancelled());
    }

    @Test
    void aForwarderWritesItsOwnAnswer() {
        Forwarder forwarder = (upstream, call, outlet) -> {
            outlet.begin(new Head(200, Framing.BYTES, Headers.NONE));
            outlet.write((upstream + call.path()).getBytes(StandardCharsets.UTF_8), 0, 25);
            outlet.end();
        };
        var rig = rig(FORWARD).forwarder(forwarder);

        assertThat(rig.post("/x").body()).isEqualTo("https://api.example.com/x");
        assertThat(rig.journal.only().outcome()).isEqualTo(new Outcome.Done());
    }

    @Test
    void withoutAForwarderTheProviderIsUnavailable() {
        assertThat(rig(FORWARD).post("/x").status()).isEqualTo(503);
    }

    @Test
    void aForwarderThatFailsInTheMiddleBeginsNothingNew() {
        var rig = rig(FORWARD).forwarder((_, _, outlet) -> {
            outlet.begin(new Head(200, Framing.BYTES, Headers.NONE));
            throw new IllegalStateException();
        });
        var reached = rig.post("/x");

        assertThat(reached.status()).isEqualTo(200);
        assertThat(reached.ended()).isFalse();
        assertThat(rig.journal.only().outcome()).isEqualTo(new Outcome.Defect());
    }

    private Rig rig(Decision decision) {
        return Rig.automatic(TrialAdapter.of(TrialAdapter.post("/x", lines.generation(SimRequest.of("m", "Hi")))))
                .sources(Rig.deciding(decision));
    }
}

package llmsim.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import llmsim.api.content.Bytes;
import llmsim.api.content.Media;
import llmsim.api.content.Part;
import llmsim.api.exchange.Call;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Decision;
import llmsim.api.reply.Reply;
import llmsim.engine.Head;
import llmsim.engine.Incoming;
import llmsim.engine.Outlet;
import llmsim.engine.source.Decided;
import llmsim.engine.source.Source.Asked;
import org.junit.jupiter.api.Test;

/** A dialect whose answers are no JSON at all. */
class SpeechDialectTest {
    private static final byte[] SOUND = new byte[10_000];

    static {
        new SplittableRandom(1).nextBytes(SOUND);
    }

    private final Rig rig = Rig.automatic(new SpeechDialect()).sources(asked -> Optional.of(Decided.of(speak(asked))));

    @Test
    void theBytesOfASoundAreTheAnswer() {
        var received = new ByteArrayOutputStream();
        var type = new String[1];
        rig.simulator().handle("speech", post("wav"), new Outlet() {
            @Override
            public void begin(Head head) {
                type[0] = head.headers().first("content-type").orElseThrow();
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                received.write(bytes, offset, length);
            }

            @Override
            public void end() {}
        });

        assertThat(received.toByteArray()).isEqualTo(SOUND);
        assertThat(type[0]).isEqualTo("audio/wav");
    }

    @Test
    void theyComeAsTheyAreSpoken() {
        var reached = rig.call(post("mp3"));

        assertThat(reached.header("content-type")).isEqualTo("audio/mpeg");
        assertThat(reached.frames().stream().map(Reached.Frame::at))
                .containsExactly(Duration.ofMillis(100), Duration.ofMillis(110), Duration.ofMillis(120));
        assertThat(reached.endedAt()).hasMillis(120);
        assertThat(rig.journal.only().usage().completionTokens()).isEqualTo(3);
        assertThat(rig.journal.only().tokens()).isEqualTo(3);
    }

    private static Incoming post(String format) {
        return Rig.incoming(
                Call.Method.POST, "/v1/audio/speech", "{\"input\":\"Hello\",\"response_format\":\"" + format + "\"}");
    }

    // A source sees from the prompt that a sound is wanted, and in which form.
    private static Decision speak(Asked asked) {
        var wanted = (SpeechDialect.Speech) asked.request().prompt().format();
        var media = new Media.Inline("audio/" + wanted.format(), Bytes.copyOf(SOUND));
        return Reply.of(Completion.of(List.of(new Part.Audio(media, Optional.of("Hello")))));
    }
}

package llmsim.engine.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import llmsim.api.prompt.OutputLimits;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Finish;
import llmsim.api.spi.PacingContext;
import llmsim.engine.trial.Rig;
import org.junit.jupiter.api.Test;

class ChunksTest {
    @Test
    void aCompletionChunkByChunkAndItsEndOnce() {
        var ends = new ArrayList<Chunks.End>();
        var pacing = Rig.STEADY.pace(new PacingContext("m", 1, 0, PacingContext.Load.IDLE, new SplittableRandom(1)));
        var chunks = Chunks.of(
                Completion.text("one two three four"), Rig.encoding(), OutputLimits.ofTokens(3), pacing, ends::add);
        var all = new ArrayList<Chunk>();

        assertThat(ends).isEmpty();
        chunks.forEachRemaining(all::add);

        assertThat(all)
                .containsExactly(
                        new Chunk("one", Duration.ofMillis(100), 1),
                        new Chunk(" two", Duration.ofMillis(10), 1),
                        new Chunk(" three", Duration.ofMillis(10), 1));
        assertThat(chunks.hasNext()).isFalse();
        assertThatThrownBy(chunks::next).isInstanceOf(NoSuchElementException.class);
        assertThat(ends).containsExactly(new Chunks.End(Finish.LENGTH, 3));
    }
}

package llmsim.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import llmsim.api.prompt.SimRequest;
import llmsim.engine.gate.Drained;
import llmsim.engine.generate.RandomWords;
import llmsim.engine.random.RunSeed;
import llmsim.engine.trial.EventLines;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.api.Test;

/** A simulator that is told to forget. */
class ForgettingTest {
    private final EventLines lines = new EventLines();
    private final Rig rig =
            Rig.automatic(TrialAdapter.of(TrialAdapter.post("/x", lines.generation(SimRequest.of("gpt-4o", "Hi")))));

    @Test
    void drawsRepeatWhenOccurrencesAreForgotten() {
        rig.seed(new RunSeed(7, false)).generator(new RandomWords());
        var first = IntStream.range(0, 3).mapToObj(_ -> said()).toList();

        rig.simulator().forgetOccurrences();

        assertThat(first).doesNotHaveDuplicates();
        assertThat(IntStream.range(0, 3).mapToObj(_ -> said())).isEqualTo(first);
    }

    @Test
    void nothingPassesWhenItIsDrained() {
        rig.simulator().change(present -> present.withGates(present.gates().behind(new Drained())));

        assertThat(rig.post("/x").status()).isEqualTo(503);
    }

    private String said() {
        return rig.post("/x").body();
    }
}

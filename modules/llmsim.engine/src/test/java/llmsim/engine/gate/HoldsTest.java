package llmsim.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation.Generation;
import llmsim.api.dialect.Operation.Hold;
import llmsim.api.dialect.Operation.Play;
import llmsim.api.exchange.Call;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.SimRequest;
import llmsim.engine.trial.EventLines;
import llmsim.engine.trial.Reached;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.api.Test;

/** What one generation has to itself is not there for another one until the first is over. */
class HoldsTest {
    private static final Problem TAKEN = Problem.Stated.of(Category.INVALID_REQUEST, "taken");

    private final EventLines lines = new EventLines();

    private final Rig rig = Rig.manual(TrialAdapter.of(holding("/a", "thing"), holding("/b", "other")));

    @Test
    void anotherIsRefusedWhileOneHoldsItAndServedAfterIt() throws InterruptedException {
        var first = new Reached(rig.clock);
        var playing = start("/a", first, 1);

        var meanwhile = new Reached(rig.clock);
        assertThat(rig.call(Rig.incoming(Call.Method.POST, "/a", ""), meanwhile).body())
                .isEqualTo("INVALID_REQUEST|taken");
        var elsewhere = new Reached(rig.clock);
        var other = start("/b", elsewhere, 2);
        finish(playing, other);
        assertThat(first.status()).isEqualTo(200);
        assertThat(elsewhere.status()).isEqualTo(200);

        var after = new Reached(rig.clock);
        finish(start("/a", after, 1));
        assertThat(after.status()).isEqualTo(200);
    }

    private Thread start(String path, Reached reached, int waiting) {
        var thread = rig.start(Rig.incoming(Call.Method.POST, path, ""), reached);
        rig.clock.awaitWaiting(waiting);
        return thread;
    }

    private void finish(Thread... threads) throws InterruptedException {
        rig.clock.advance(Duration.ofSeconds(5));
        for (var thread : threads) {
            thread.join();
        }
    }

    private Endpoint holding(String path, String name) {
        return TrialAdapter.post(
                path,
                new Generation(
                        SimRequest.of("gpt-4o", "Hi"),
                        "x_",
                        lines.whole(),
                        List.of(),
                        new Play.Live(),
                        Optional.of(new Hold(name, TAKEN))));
    }
}

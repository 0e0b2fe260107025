package llmsim.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Outcome;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Usage;
import llmsim.engine.gate.Verdict;
import llmsim.engine.trial.EventLines;
import llmsim.engine.trial.Reached;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.api.Test;

/** A client vanishes at each call in turn; what is counted is what reached it, and nobody calls it again. */
class ClientGoneTest {
    private final EventLines lines = new EventLines();

    @Test
    void fromAStream() {
        vanishEverywhere(lines.generation(SimRequest.of("gpt-4o", "Hi").withStream(true)));
    }

    @Test
    void fromAWholeAnswer() {
        vanishEverywhere(lines.generation(SimRequest.of("gpt-4o", "Hi")));
    }

    @Test
    void fromAQuery() {
        vanishEverywhere(Operation.Query.free(_ -> Answer.json(Bytes.ofUtf8("{}"))));
    }

    @Test
    void fromARefusalIsStillARefusal() {
        for (var call = 0; call < 3; call++) {
            var rig = Rig.automatic(TrialAdapter.of());
            rig.call(Rig.incoming(Call.Method.GET, "/nowhere", ""), new Reached(rig.clock).vanishingAt(call));

            assertThat(rig.journal.only().problem()).isNotNull();
            assertThat(rig.simulator().statistics().totalErrors()).isEqualTo(1);
        }
    }

    private void vanishEverywhere(Operation operation) {
        var calls = rig(operation, new ArrayList<>()).post("/x").calls();
        for (var call = 0; call < calls; call++) {
            var settled = new ArrayList<Usage>();
            var rig = rig(operation, settled);
            var reached = rig.call(Rig.incoming(Call.Method.POST, "/x", ""), new Reached(rig.clock).vanishingAt(call));

            var entry = rig.journal.only();
            // The end is counted before it leaves: a client that goes in that write is one that had its answer.
            var inEnd = call >= calls - 2;
            assertThat(entry.outcome()).isEqualTo(inEnd ? new Outcome.Done() : new Outcome.Cancelled());
            assertThat(entry.inOrder()).isTrue();
            assertThat(entry.usage().completionTokens()).isEqualTo(entry.tokens());
            assertThat(settled).containsExactly(entry.usage());
            assertThat(reached.calls()).isEqualTo(call + 1);
            assertThat(rig.simulator().statistics().cancelledRequests()).isEqualTo(inEnd ? 0 : 1);
            assertThat(rig.simulator().statistics().completionTokens()).isEqualTo(entry.tokens());
            assertThat(rig.clock.running()).isZero();
        }
    }

    private static Rig rig(Operation operation, List<Usage> settled) {
        return Rig.automatic(TrialAdapter.of(TrialAdapter.post("/x", operation)))
                .sources(Rig.saying("one two three four"))
                .gates(_ -> new Verdict.Pass(settled::add));
    }
}

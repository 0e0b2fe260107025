package llmsim.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Call;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Usage;
import llmsim.engine.Head;
import llmsim.engine.Outlet;
import llmsim.engine.gate.Verdict;
import llmsim.engine.trial.EventLines;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.api.Test;

/** Before a client has the end of its answer, the answer is counted and its leases are settled. */
class SettledFirstTest {
    private final EventLines lines = new EventLines();
    private final List<Usage> settled = new ArrayList<>();

    @Test
    void aStream() {
        var seen = seen(lines.generation(SimRequest.of("gpt-4o", "Hi").withStream(true)));

        assertThat(seen.getFirst()).isZero();
        assertThat(seen.getLast()).isEqualTo(1);
        assertThat(settled).hasSize(1);
        assertThat(settled.getFirst().completionTokens()).isEqualTo(4);
    }

    @Test
    void aWholeAnswer() {
        assertThat(seen(lines.generation(SimRequest.of("gpt-4o", "Hi")))).containsExactly(1L);
        assertThat(settled.getFirst().completionTokens()).isEqualTo(4);
    }

    @Test
    void aQuery() {
        assertThat(seen(Operation.Query.free(_ -> Answer.json(Bytes.ofUtf8("{}")))))
                .containsExactly(1L);
    }

    @Test
    void anErrorAfterAdmission() {
        var problem = Problem.Stated.of(Category.SERVER_ERROR, "no");

        assertThat(seen(Operation.Query.free(_ -> {
                    throw problem.asException();
                })))
                .containsExactly(1L);
    }

    @Test
    void nothingIsUnderWayThen() {
        seen(lines.generation(SimRequest.of("gpt-4o", "Hi")));
        var rig = rig(lines.generation(SimRequest.of("gpt-4o", "Hi")));

        assertThat(rig.simulator().awaitIdle(rig.clock, Duration.ZERO)).isTrue();
    }

    /** How many exchanges were over at each write. */
    private List<Long> seen(Operation operation) {
        var rig = rig(operation);
        var seen = new ArrayList<Long>();
        rig.simulator().handle("trial", Rig.incoming(Call.Method.POST, "/x", ""), new Outlet() {
            @Override
            public void begin(Head head) {}

            @Override
            public void write(byte[] bytes, int offset, int length) {
                var statistics = rig.simulator().statistics();
                assertThat(statistics.activeRequests()).isEqualTo(settled.isEmpty() ? 1 : 0);
                assertThat(rig.simulator().awaitIdle(rig.clock, Duration.ZERO)).isFalse();
                seen.add(statistics.completedRequests() + statistics.totalErrors());
            }

            @Override
            public void end() {}
        });
        assertThat(rig.journal.only().inOrder()).isTrue();
        return seen;
    }

    private Rig rig(Operation operation) {
        return Rig.automatic(TrialAdapter.of(TrialAdapter.post("/x", operation)))
                .sources(Rig.saying("one two three four"))
                .gates(_ -> new Verdict.Pass(settled::add));
    }
}

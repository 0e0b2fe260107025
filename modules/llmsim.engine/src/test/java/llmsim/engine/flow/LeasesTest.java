package llmsim.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Call;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Decision;
import llmsim.api.reply.Usage;
import llmsim.engine.gate.Gate;
import llmsim.engine.gate.Verdict;
import llmsim.engine.trial.EventLines;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.api.Test;

/** Every lease is settled exactly once, with what was really sent. */
class LeasesTest {
    private final EventLines lines = new EventLines();
    private final List<Usage> settled = new CopyOnWriteArrayList<>();
    private final Gate leasing = _ -> new Verdict.Pass(settled::add);
    private final Problem busy = Problem.Stated.of(Category.RATE_LIMIT, "busy");

    @Test
    void whenAllWasSent() {
        var rig = rig(lines.generation(SimRequest.of("gpt-4o", "Hi"))).gates(leasing, leasing);
        rig.post("/x");

        assertThat(settled).hasSize(2).allMatch(usage -> usage.completionTokens() == 1);
        assertThat(settled.getFirst()).isEqualTo(rig.journal.only().usage());
    }

    @Test
    void whenALaterGateRefuses() {
        var rig = rig(lines.generation(SimRequest.of("gpt-4o", "Hi").withStream(true)))
                .gates(leasing, _ -> Verdict.refuse(busy), leasing);
        var reached = rig.post("/x");

        assertThat(reached.status()).isEqualTo(429);
        assertThat(settled).containsExactly(Usage.ofPrompt(0));
        var refused = rig.journal.only();
        assertThat(refused.problem()).isEqualTo(busy);
        assertThat(refused.exchange().model()).isEqualTo("gpt-4o");
        assertThat(refused.exchange().streaming()).isTrue();
        assertThat(rig.simulator().statistics().rateLimitErrors()).isEqualTo(1);
        assertThat(rig.simulator().statistics().modelRequests()).containsEntry("gpt-4o", 1L);
    }

    @Test
    void whenALaterGateThrows() {
        var rig = rig(lines.generation(SimRequest.of("gpt-4o", "Hi"))).gates(leasing, _ -> {
            throw new IllegalStateException();
        });
        rig.post("/x");

        assertThat(settled).containsExactly(Usage.ofPrompt(0));
    }

    @Test
    void whenTheSourceRefuses() {
        var rig = rig(lines.generation(SimRequest.of("gpt-4o", "Hi")))
                .gates(leasing)
                .sources(Rig.deciding(new Decision.Refuse(busy)));
        rig.post("/x");

        assertThat(settled).hasSize(1).allMatch(usage -> usage.completionTokens() == 0);
    }

    @Test
    void ofAQuery() {
        var cost = new Operation.Cost(Optional.of("text-embedding-3-small"), 12, true);
        var rig = rig(new Operation.Query(cost, _ -> Answer.json(Bytes.ofUtf8("{}"))))
                .gates(leasing);
        var reached = rig.post("/x");

        assertThat(settled).containsExactly(Usage.ofPrompt(12));
        assertThat(reached.endedAt()).hasMillis(100);
        assertThat(rig.simulator().statistics().promptTokens()).isEqualTo(12);
    }

    @Test
    void ofAnAttachment() {
        var logged = new Operation.Generation(
                SimRequest.of("gpt-4o", "Hi"), "log_", lines.streamed(), List.of(), new Operation.Play.Logged());
        var adapter = TrialAdapter.of(
                TrialAdapter.post("/x", logged),
                new Endpoint(
                        Call.Method.GET,
                        "/x",
                        "completions",
                        (_, _) -> new Operation.Attach(lines.id(), -1, lines.streamed())));
        var rig = Rig.automatic(adapter).gates(leasing);
        rig.post("/x");
        rig.get("/x");
        rig.awaitRest();

        assertThat(settled).hasSize(2);
        assertThat(settled).contains(Usage.ofPrompt(0));
    }

    @Test
    void withoutAnApi() {
        var rig = rig(lines.generation(SimRequest.of("gpt-4o", "Hi"))).gates(leasing, _ -> Verdict.refuse(busy));

        assertThatThrownBy(() -> rig.simulator().ask(SimRequest.of("gpt-4o", "Hi"), _ -> {}))
                .hasMessage("busy");
        assertThat(settled).containsExactly(Usage.ofPrompt(0));
        assertThat(rig.simulator().statistics().totalErrors()).isEqualTo(1);
    }

    private Rig rig(Operation operation) {
        return Rig.automatic(TrialAdapter.of(TrialAdapter.post("/x", operation)));
    }
}

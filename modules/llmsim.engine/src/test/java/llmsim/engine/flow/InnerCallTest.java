package llmsim.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.prompt.SimRequest;
import llmsim.engine.trial.EventLines;
import llmsim.engine.trial.Journal;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.api.Test;

/** Calls that a dialect makes for its caller, as a batch does. */
class InnerCallTest {
    private final EventLines lines = new EventLines();
    private final Rig rig = Rig.automatic(TrialAdapter.of(
            TrialAdapter.post("/x", lines.generation(SimRequest.of("gpt-4o", "Hi"))), batch("/batch", "/x")));

    @Test
    void goThroughTheSameGatesAndTakeTheSameTime() {
        var reached = rig.post("/batch");

        assertThat(reached.body()).startsWith("200 Started").contains("200 Started[choice=0]", "Finished");
        assertThat(reached.endedAt()).hasMillis(200);
        assertThat(rig.simulator().statistics().totalRequests()).isEqualTo(3);
        assertThat(rig.simulator().statistics().completedRequests()).isEqualTo(3);
        assertThat(rig.simulator().statistics().completionTokens()).isEqualTo(2);
        assertThat(rig.journal.inOrder()).isTrue();
    }

    @Test
    void haveIdsOfTheirOwnAndTheSameCaller() {
        rig.post("/batch");

        assertThat(rig.journal.entries()).hasSize(3);
        assertThat(rig.journal.entries().stream()
                        .map(Journal.Entry::exchange)
                        .map(exchange -> exchange.caller())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void areAnsweredWithTheProvidersErrors() {
        var failing = Rig.automatic(TrialAdapter.of(batch("/batch", "/nowhere")));

        assertThat(failing.post("/batch").body()).contains("404 NOT_FOUND");
        assertThat(failing.simulator().statistics().totalErrors()).isEqualTo(2);
    }

    private static Endpoint batch(String path, String inner) {
        return TrialAdapter.post(path, Operation.Query.free(services -> {
            var first = services.call(Call.Method.POST, inner, Body.EMPTY);
            var second = services.call(Call.Method.POST, inner, Body.EMPTY);
            return Answer.json(Bytes.ofUtf8(first.status() + " " + first.body().toUtf8() + " " + second.status() + " "
                    + second.body().toUtf8()));
        }));
    }
}

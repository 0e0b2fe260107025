package llmsim.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.Services;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Outcome;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.SimRequest;
import llmsim.api.render.Rendering;
import llmsim.api.reply.Decision;
import llmsim.api.reply.ReplyEvent;
import llmsim.engine.trial.EventLines;
import llmsim.engine.trial.Reached;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.SteadyProfile;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.api.Test;

class SimulatorTest {
    private static final SimRequest STREAMED = SimRequest.of("gpt-4o", "Hi").withStream(true);

    private final EventLines lines = new EventLines();
    private final TrialAdapter adapter = TrialAdapter.of(TrialAdapter.post("/x", lines.generation(STREAMED)));

    @Test
    void closingEndsAllThatIsUnderWayAndAllThatComes() throws Exception {
        var rig = Rig.manual(adapter);
        var threads = new ArrayList<Thread>();
        var all = new ArrayList<Reached>();
        for (var i = 0; i < 20; i++) {
            all.add(new Reached(rig.clock));
            threads.add(rig.start(Rig.incoming(Call.Method.POST, "/x", ""), all.getLast()));
        }
        rig.clock.awaitWaiting(20);
        rig.close();
        for (var thread : threads) {
            thread.join();
        }
        var late = rig.post("/x");

        assertThat(all).noneMatch(Reached::ended);
        assertThat(late.begun()).isFalse();
        assertThat(rig.simulator().statistics().cancelledRequests()).isEqualTo(21);
        assertThat(rig.clock.running()).isZero();
    }

    @Test
    void aChangeConcernsWhatComesAfterIt() throws Exception {
        var rig = Rig.manual(adapter).sources(Rig.saying("one two"));
        var before = new Reached(rig.clock);
        var thread = rig.start(Rig.incoming(Call.Method.POST, "/x", ""), before);
        rig.clock.awaitWaiting(1);

        rig.simulator()
                .change(now ->
                        now.withSources(List.of(Rig.saying("other"))).withProfiles(_ -> new SteadyProfile(0, 0)));
        var after = rig.post("/x");
        rig.clock.advance(Duration.ofSeconds(1));
        thread.join();

        assertThat(after.body()).contains("other");
        assertThat(after.endedAt()).isZero();
        assertThat(before.body()).contains("text=one").doesNotContain("other");
        assertThat(before.endedAt()).hasMillis(110);
        assertThat(rig.simulator().behaviour().sources()).hasSize(1);
    }

    @Test
    void aSourceIsAskedOnlyIfNoneBeforeItHasAnAnswer() {
        var asked = new ArrayList<String>();
        var rig = Rig.automatic(adapter)
                .sources(
                        _ -> {
                            asked.add("first");
                            return Optional.empty();
                        },
                        Rig.saying("second"),
                        _ -> {
                            asked.add("third");
                            return Optional.empty();
                        });

        assertThat(rig.post("/x").body()).contains("second");
        assertThat(asked).containsExactly("first");
    }

    @Test
    void framesBeforeTheFirstDeltaLeaveWhenTheDialectSays() {
        var atOnce = Operation.Generation.of(STREAMED, "a_", lines.streamed(Rendering.Start.AT_ONCE));
        var eager =
                Rig.automatic(TrialAdapter.of(TrialAdapter.post("/x", atOnce))).post("/x");
        var usual = Rig.automatic(adapter).post("/x");

        assertThat(eager.frames().getFirst()).isEqualTo(new Reached.Frame(Duration.ZERO, "Started[choice=0]\n"));
        assertThat(usual.frames().getFirst().at()).hasMillis(100);
        assertThat(eager.texts()).isEqualTo(usual.texts());
        assertThat(eager.endedAt()).isEqualTo(usual.endedAt());
    }

    @Test
    void aCallMayBeAnsweredWithoutATransport() {
        var answer = Rig.automatic(adapter).simulator().call("trial", Rig.incoming(Call.Method.POST, "/x", ""));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/plain");
        assertThat(answer.body().toUtf8()).contains("text=Hello");
    }

    @Test
    void askingNeedsNoApi() {
        var rig = Rig.automatic().sources(Rig.saying("one two three"));
        var heard = new ArrayList<ReplyEvent>();

        var usage = rig.simulator().ask(STREAMED, heard::add);

        assertThat(usage.completionTokens()).isEqualTo(3);
        assertThat(heard.getLast()).isEqualTo(new ReplyEvent.Finished(usage));
        assertThat(Duration.ofNanos(rig.clock.nanoTime())).hasMillis(120);
        assertThat(rig.simulator().statistics().completedRequests()).isEqualTo(1);
        assertThat(rig.simulator().clock()).isSameAs(rig.clock);
    }

    @Test
    void askingThrowsWhatAClientWouldBeTold() {
        var problem = Problem.Stated.of(Category.OVERLOADED, "busy");
        var rig = Rig.automatic().sources(Rig.deciding(new Decision.Refuse(problem)));

        assertThatThrownBy(() -> rig.simulator().ask(STREAMED, _ -> {})).hasMessage("busy");
        assertThat(rig.journal.only().outcome()).isEqualTo(new Outcome.Failed(problem));
    }

    @Test
    void askingEndsWithTheSimulator() throws Exception {
        var rig = Rig.manual();
        var simulator = rig.simulator();
        var usage = CompletableFuture.supplyAsync(() -> simulator.ask(STREAMED, _ -> {}), Thread::startVirtualThread);
        rig.clock.awaitWaiting(1);
        rig.close();

        assertThatThrownBy(usage::get).isInstanceOfAny(ExecutionException.class, CancellationException.class);
    }

    @Test
    void aCallThatTheTransportRefusesIsAnsweredInTheProvidersWords() {
        var rig = Rig.automatic(adapter);
        var reached = new Reached(rig.clock);
        rig.simulator()
                .refuse("trial", Rig.incoming(Call.Method.POST, "/x", ""), new Problem.TooLarge("body", 10), reached);

        assertThat(reached.status()).isEqualTo(413);
        assertThat(reached.body()).startsWith("TOO_LARGE|");
        assertThat(rig.simulator().statistics().totalErrors()).isEqualTo(1);
    }

    @Test
    void connectionsAreCountedWhileTheyAreOpen() {
        var rig = Rig.automatic(adapter);
        var first = rig.simulator().connect("trial");
        var second = rig.simulator().connect("nobody");

        assertThat(rig.simulator().statistics().activeWebsocketConnections()).isEqualTo(2);
        first.close();
        first.close();
        assertThat(rig.simulator().statistics().activeWebsocketConnections()).isEqualTo(1);
        second.close();
        assertThat(rig.simulator().statistics().activeWebsocketConnections()).isZero();
    }

    @Test
    void aDialectMayConsultWhatItNeeds() {
        var asked = new Services[1];
        var rig = Rig.automatic(TrialAdapter.of(new Endpoint(Call.Method.POST, "/x", "x", (_, services) -> {
            asked[0] = services;
            return lines.generation(STREAMED);
        })));
        rig.post("/x");
        var services = asked[0];

        assertThat(services.models().acceptsUnknown()).isTrue();
        assertThat(services.encodingFor("gpt-4o").name()).isEqualTo("o200k_base");
        assertThat(services.promptTokens(STREAMED.prompt()))
                .isEqualTo(rig.journal.only().usage().promptTokens());
        assertThat(services.now()).isEqualTo(rig.clock.now());
        assertThat(services.newId("file-")).startsWith("file-").isNotEqualTo(services.newId("file-"));
    }
}

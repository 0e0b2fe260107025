package llmsim.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Outcome;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Usage;
import llmsim.engine.configuration.ErrorSettings;
import llmsim.engine.gate.Gates;
import llmsim.engine.gate.Verdict;
import llmsim.engine.random.RunSeed;
import llmsim.engine.schema.SchemaMemo;
import llmsim.engine.trial.EventLines;
import llmsim.engine.trial.Reached;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Errors by rate, on the way of a call. */
class InjectedErrorsTest {
    private static final ErrorSettings SOME = new ErrorSettings(0.1, 0.1, 0.1, Duration.ofSeconds(5), 0.1, 0.1, 0.1);

    private final EventLines lines = new EventLines();

    private Operation said(Call call) {
        var text = ((Body.Raw) call.body()).bytes().toUtf8();
        return lines.generation(SimRequest.of("gpt-4o", text).withStream(true));
    }

    private Rig rig() {
        var asking = new Endpoint(Call.Method.POST, "/x", "completions", (call, _) -> said(call));
        return Rig.automatic(TrialAdapter.of(asking));
    }

    private Rig rig(Operation operation) {
        return Rig.manual(TrialAdapter.of(TrialAdapter.post("/x", operation)));
    }

    @Test
    void anErrorIsRefusedCountedAndNamed() {
        var rig = rig().errors(ErrorSettings.NONE.withRateLimitRate(1));
        var reached = rig.post("/x", "Hi");
        var statistics = rig.simulator().statistics();

        assertThat(reached.status()).isEqualTo(429);
        assertThat(statistics.totalErrors()).isEqualTo(1);
        assertThat(statistics.rateLimitErrors()).isEqualTo(1);
        assertThat(statistics.faults()).isEqualTo(Map.of("rate_limit", 1L));
        assertThat(rig.journal.only().problem().message()).isBlank();
        assertThat(rig.journal.inOrder()).isTrue();
    }

    @Test
    void aRetryIsAnotherRoll() {
        var rig = rig().errors(ErrorSettings.NONE.withServerErrorRate(0.5));
        var statuses = IntStream.range(0, 40)
                .mapToObj(_ -> rig.post("/x", "Hi").status())
                .toList();

        assertThat(statuses).contains(200, 500, 503);
    }

    @Test
    void whatIsWrongWithACallItselfIsToldFirstAndIsNoOccurrence() {
        var rig = rig().errors(ErrorSettings.NONE.withAuthErrorRate(1));

        assertThat(rig.post("/nowhere").status()).isEqualTo(404);
        assertThat(rig.simulator().statistics().faults()).isEmpty();
    }

    @Test
    void freeLookUpsAreNotHit() {
        var free = rig(Operation.Query.free(_ -> Answer.json(Bytes.ofUtf8("{}"))))
                .errors(ErrorSettings.NONE.withAuthErrorRate(1));
        var costing = rig(new Operation.Query(
                        new Operation.Cost(Optional.of("text-embedding-3-small"), 1, false),
                        _ -> Answer.json(Bytes.ofUtf8("{}"))))
                .errors(ErrorSettings.NONE.withAuthErrorRate(1));

        assertThat(free.post("/x").status()).isEqualTo(200);
        assertThat(costing.post("/x").status()).isEqualTo(401);
    }

    @Test
    void aTimeoutHoldsNothingAndIsActive() throws Exception {
        var settled = new CopyOnWriteArrayList<Usage>();
        var rig = rig(lines.generation(SimRequest.of("gpt-4o", "Hi")))
                .errors(ErrorSettings.NONE.withTimeoutRate(1, Duration.ofSeconds(5)));
        rig.gates(_ -> new Verdict.Pass(settled::add), Gates.standard(new SchemaMemo())::check);
        var reached = new Reached(rig.clock);
        var thread = rig.start(Rig.incoming(Call.Method.POST, "/x", ""), reached);
        rig.clock.awaitWaiting(1);

        assertThat(settled).containsExactly(Usage.ofPrompt(0));
        assertThat(rig.simulator().statistics().activeRequests()).isEqualTo(1);
        assertThat(reached.begun()).isFalse();
        rig.clock.advance(Duration.ofSeconds(5));
        thread.join();
        assertThat(reached.status()).isEqualTo(504);
        assertThat(reached.endedAt()).hasSeconds(5);
        assertThat(rig.simulator().statistics().timeoutErrors()).isEqualTo(1);
        assertThat(rig.simulator().statistics().activeRequests()).isZero();
        assertThat(rig.simulator().statistics().promptTokens()).isZero();
        assertThat(settled).hasSize(1);
        assertThat(rig.clock.running()).isZero();
    }

    @Test
    void theEndOfTheSimulatorCancelsATimeout() throws Exception {
        var rig = rig(lines.generation(SimRequest.of("gpt-4o", "Hi")))
                .errors(ErrorSettings.NONE.withTimeoutRate(1, Duration.ofSeconds(5)));
        var reached = new Reached(rig.clock);
        var thread = rig.start(Rig.incoming(Call.Method.POST, "/x", ""), reached);
        rig.clock.awaitWaiting(1);
        rig.close();
        thread.join();

        assertThat(reached.begun()).isFalse();
        assertThat(rig.journal.only().outcome()).isEqualTo(new Outcome.Cancelled());
    }

    @Test
    void errorsChangeNoText() {
        var calm = rig().seed(RunSeed.of(OptionalLong.of(3)));
        var stormy = rig().seed(RunSeed.of(OptionalLong.of(3))).errors(SOME);
        for (var i = 0; i < 60; i++) {
            var asked = "question " + i;
            var plain = calm.post("/x", asked);
            var hit = stormy.post("/x", asked);
            if (hit.status() == 200) {
                assertThat(hit.body()).isEqualTo(plain.body());
                assertThat(Duration.between(
                                java.time.Instant.EPOCH.plus(hit.beganAt()),
                                java.time.Instant.EPOCH.plus(hit.endedAt())))
                        .isEqualTo(plain.endedAt().minus(plain.beganAt()));
            }
        }
        assertThat(stormy.simulator().statistics().faults()).hasSizeGreaterThan(5);
    }

    @Property(tries = 20)
    void theSameRequestsFailInAnyOrderAndAnyRun(@ForAll @IntRange(min = 1, max = 8) int threads, @ForAll Random order)
            throws Exception {
        var questions = IntStream.range(0, 100).mapToObj(i -> "question " + i).collect(Collectors.toList());
        var first = statuses(questions, 1);
        Collections.shuffle(questions, order);

        assertThat(statuses(questions, threads)).isEqualTo(first);
        assertThat(first.values()).contains(200, 429, 504);
    }

    private Map<String, Integer> statuses(List<String> questions, int threads) throws InterruptedException {
        var rig = rig().errors(SOME.withTimeoutRate(0.1, Duration.ZERO))
                .profile(new llmsim.engine.trial.SteadyProfile(0, 0));
        rig.simulator();
        var statuses = new ConcurrentHashMap<String, Integer>();
        var workers = IntStream.range(0, threads)
                .mapToObj(worker -> Thread.ofVirtual().start(() -> {
                    for (var i = worker; i < questions.size(); i += threads) {
                        statuses.put(
                                questions.get(i),
                                rig.post("/x", questions.get(i)).status());
                    }
                }))
                .toList();
        for (var worker : workers) {
            worker.join();
        }
        return statuses;
    }

    @Test
    void aProblemIsStatedWithoutASentence() {
        var rig = rig().errors(ErrorSettings.NONE.withOverloadedRate(1));
        rig.post("/x", "Hi");

        assertThat(rig.journal.only().problem()).isInstanceOf(Problem.Stated.class);
    }
}

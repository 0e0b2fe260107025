package llmsim.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.Operation.Generation;
import llmsim.api.dialect.Operation.Keep;
import llmsim.api.dialect.Operation.Play;
import llmsim.api.dialect.Services;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Outcome;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.SimRequest;
import llmsim.api.render.FrameKind;
import llmsim.api.render.Rendering;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Decision;
import llmsim.api.reply.Usage;
import llmsim.api.spi.GenerationContext;
import llmsim.api.spi.ResponseGenerator;
import llmsim.engine.capacity.Capacity;
import llmsim.engine.configuration.CapacitySettings;
import llmsim.engine.configuration.ErrorSettings;
import llmsim.engine.configuration.ModelCapacity;
import llmsim.engine.gate.Verdict;
import llmsim.engine.trial.EventLines;
import llmsim.engine.trial.Journal;
import llmsim.engine.trial.Reached;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.api.Test;

/** Replies for which nobody waits: the receipt, the copy on its way, and calling off. */
class DeferredTest {
    private static final Duration LONG = Duration.ofSeconds(1);

    private final EventLines lines = new EventLines();
    private final Rig rig = Rig.manual(adapter()).sources(Rig.saying("one two three four"));

    @Test
    void theReceiptComesBeforeAnyTime() throws Exception {
        var receipt = defer();

        assertThat(receipt.body()).isEqualTo("receipt " + lines.id());
        assertThat(receipt.endedAt()).isZero();
        assertThat(stored()).isEqualTo("Started");
        finish();
    }

    @Test
    void theCopyFollowsTheReplyInTime() throws Exception {
        defer();
        rig.clock.awaitWaiting(1);
        rig.clock.advance(Duration.ofMillis(100));
        rig.clock.awaitWaiting(1);
        assertThat(stored()).isEqualTo("TextDelta");
        finish();

        assertThat(stored()).isEqualTo("Finished");
        assertThat(rig.journal.only().outcome()).isEqualTo(new Outcome.Done());
        assertThat(rig.simulator().statistics().completionTokens()).isEqualTo(4);
    }

    @Test
    void itIsCountedOnceThoughTheClientIsGoneBeforeItsReceipt() throws Exception {
        rig.start(Rig.incoming(Call.Method.POST, "/x", ""), new Reached(rig.clock).vanishingAt(0))
                .join();
        finish();

        assertThat(stored()).isEqualTo("Finished");
        assertThat(rig.journal.only().outcome()).isEqualTo(new Outcome.Done());
    }

    @Test
    void calledOffItIsCancelledOnceAndLeavesNothing() throws Exception {
        var settled = Collections.synchronizedList(new ArrayList<Usage>());
        var leased = rig.gates(_ -> new Verdict.Pass(settled::add));
        defer();
        rig.clock.awaitWaiting(1);
        rig.clock.advance(Duration.ofMillis(115));
        rig.clock.awaitWaiting(1);
        var answer = rig.post("/x/" + lines.id() + "/off");

        assertThat(answer.body()).isEqualTo("Cancelled");
        rig.awaitRest();
        assertThat(settled).hasSize(2);
        assertThat(settled.getFirst().completionTokens()).isEqualTo(2);
        assertThat(outcomes()).containsExactlyInAnyOrder(new Outcome.Cancelled(), new Outcome.Done());
        assertThat(leased.simulator().statistics().cancelledRequests()).isEqualTo(1);
    }

    @Test
    void followersHaveTheEndOfWhatWasCalledOff() throws Exception {
        defer();
        var follower = new Reached(rig.clock);
        var following = rig.start(Rig.incoming(Call.Method.GET, "/x/" + lines.id(), ""), follower);
        rig.clock.awaitWaiting(2);
        rig.post("/x/" + lines.id() + "/off");
        following.join();

        assertThat(follower.ended()).isTrue();
        assertThat(follower.texts().getLast()).startsWith("Cancelled");
        assertThat(outcomes()).contains(new Outcome.Cancelled());
    }

    @Test
    void whatIsOverIsNotCalledOff() throws Exception {
        defer();
        finish();
        var answer = rig.post("/x/" + lines.id() + "/off");

        assertThat(answer.body()).isEqualTo("Finished");
        assertThat(rig.post("/x/nobody/off").body()).isEqualTo("nothing");
        assertThat(outcomes()).containsOnly(new Outcome.Done());
    }

    @Test
    void whatTheModelRefusesFailsLater() throws Exception {
        var busy = Problem.Stated.of(Category.OVERLOADED, "busy");
        rig.sources(Rig.deciding(new Decision.Refuse(busy)));
        var receipt = defer();
        rig.awaitRest();

        assertThat(receipt.body()).startsWith("receipt");
        assertThat(stored()).isEqualTo("Failed");
        assertThat(rig.journal.only().outcome()).isEqualTo(new Outcome.Failed(busy));
    }

    @Test
    void whatAGeneratorThrowsFailsLater() throws Exception {
        var busy = Problem.Stated.of(Category.OVERLOADED, "busy");
        rig.generator(new ResponseGenerator() {
            @Override
            public String name() {
                return "busy";
            }

            @Override
            public Completion generate(Prompt prompt, GenerationContext context) {
                throw busy.asException();
            }
        });
        var receipt = defer();
        rig.awaitRest();

        assertThat(receipt.body()).startsWith("receipt");
        assertThat(stored()).isEqualTo("Failed");
        assertThat(rig.journal.only().outcome()).isEqualTo(new Outcome.Failed(busy));
    }

    @Test
    void whatAGateRefusesIsTheAnswer() throws Exception {
        rig.gates(_ -> Verdict.refuse(Problem.Stated.of(Category.RATE_LIMIT, "slow")));

        assertThat(defer().status()).isEqualTo(429);
        assertThat(rig.simulator().statistics().totalErrors()).isEqualTo(1);
    }

    @Test
    void aTimeOutIsThatOfTheReplyForNobodyWaits() throws Exception {
        rig.errors(ErrorSettings.NONE.withTimeoutRate(1, Duration.ofSeconds(5)));
        var receipt = defer();
        assertThat(receipt.body()).isEqualTo("receipt " + lines.id());
        assertThat(receipt.endedAt()).isZero();
        rig.clock.awaitWaiting(1);
        rig.clock.advance(Duration.ofMillis(4_999));
        rig.clock.awaitWaiting(1);
        assertThat(stored()).isEqualTo("Started");
        assertThat(rig.simulator().statistics().activeRequests()).isEqualTo(1);
        rig.clock.advance(Duration.ofMillis(1));
        rig.awaitRest();

        assertThat(stored()).isEqualTo("Failed");
        var statistics = rig.simulator().statistics();
        assertThat(statistics.faults()).isEqualTo(Map.of("timeout", 1L));
        assertThat(statistics.timeoutErrors()).isEqualTo(1);
        assertThat(statistics.totalErrors()).isEqualTo(1);
        assertThat(statistics.promptTokens()).isZero();
    }

    @Test
    void oneThatWouldTimeOutIsCalledOff() throws Exception {
        rig.errors(ErrorSettings.NONE.withTimeoutRate(1, Duration.ofSeconds(5)));
        defer();
        rig.clock.awaitWaiting(1);

        assertThat(rig.post("/x/" + lines.id() + "/off").body()).isEqualTo("Cancelled");
        rig.awaitRest();
        assertThat(rig.simulator().statistics().cancelledRequests()).isEqualTo(1);
    }

    @Test
    void anErrorThatTakesNoTimeIsTheAnswer() throws Exception {
        rig.errors(ErrorSettings.NONE.withServerErrorRate(1));

        assertThat(defer().status()).isIn(500, 503);
        assertThat(rig.store.find("trial/x", lines.id())).isEmpty();
    }

    @Test
    void aSourceWithADefectIsTheAnswer() throws Exception {
        rig.sources(_ -> {
            throw new IllegalStateException("on purpose");
        });

        assertThat(defer().status()).isEqualTo(500);
        rig.awaitRest();
        assertThat(rig.journal.only().outcome()).isEqualTo(new Outcome.Defect());
    }

    @Test
    void theReceiptDoesNotWaitForASlot() throws Exception {
        oneSlot();
        defer();
        var receipt = defer();
        assertThat(receipt.body()).isEqualTo("receipt " + lines.id());
        assertThat(receipt.endedAt()).isZero();
        rig.clock.advance(Duration.ofMillis(130 + 99));
        assertThat(stored()).isEqualTo("Started");
        rig.clock.advance(Duration.ofMillis(1));
        assertThat(stored()).isEqualTo("TextDelta");
        finish();

        assertThat(stored()).isEqualTo("Finished");
        assertThat(outcomes()).containsExactly(new Outcome.Done(), new Outcome.Done());
    }

    @Test
    void oneThatWaitsForItsSlotIsCalledOff() throws Exception {
        oneSlot();
        defer();
        var first = lines.id();
        defer();
        var second = lines.id();
        defer();
        rig.clock.advance(Duration.ofMillis(50));

        assertThat(rig.post("/x/" + second + "/off").body()).isEqualTo("Cancelled");
        assertThat(rig.simulator().behaviour().gates().queued()).isEqualTo(1);
        rig.clock.advance(Duration.ofMillis(50 + 30 + 99));
        assertThat(stored(first)).isEqualTo("Finished");
        assertThat(stored()).isEqualTo("Started");
        rig.clock.advance(Duration.ofMillis(1));
        assertThat(stored()).isEqualTo("TextDelta");
        finish();
        assertThat(rig.simulator().statistics().cancelledRequests()).isEqualTo(1);
    }

    @Test
    void closingEndsItWithoutAWord() throws Exception {
        defer();
        rig.clock.awaitWaiting(1);
        rig.close();
        rig.awaitRest();

        assertThat(stored()).isEqualTo("Started");
        assertThat(outcomes()).containsExactly(new Outcome.Cancelled());
    }

    @Test
    void thereIsAGreatestNumberOfThem() throws Exception {
        for (var i = 0; i < Logs.MOST_UNDER_WAY; i++) {
            assertThat(rig.post("/x").status()).isEqualTo(200);
        }

        assertThat(rig.post("/x").status()).isEqualTo(503);
        finish();
        assertThat(rig.post("/x").status()).isEqualTo(200);
        finish();
        assertThat(rig.simulator().statistics().completedRequests()).isEqualTo(Logs.MOST_UNDER_WAY + 1);
        assertThat(rig.simulator().statistics().totalErrors()).isEqualTo(1);
    }

    private Reached defer() throws InterruptedException {
        var reached = new Reached(rig.clock);
        rig.start(Rig.incoming(Call.Method.POST, "/x", ""), reached).join();
        return reached;
    }

    private void finish() {
        while (!rig.journal.atRest() || rig.clock.running() > 0) {
            rig.clock.advance(LONG);
            Thread.onSpinWait();
        }
    }

    private List<Outcome> outcomes() {
        return rig.journal.entries().stream().map(Journal.Entry::outcome).toList();
    }

    private void oneSlot() {
        rig.gates(Capacity.of(CapacitySettings.of(ModelCapacity.of(1, 5)), rig.clock));
    }

    private String stored() {
        return stored(lines.id());
    }

    private String stored(String id) {
        return rig.store
                .find("trial/x", id)
                .map(document -> document.content().toUtf8())
                .orElse("nothing");
    }

    private TrialAdapter adapter() {
        var copy = Rendering.json(_ -> (event, sink) ->
                sink.frame(FrameKind.END, "", event.getClass().getSimpleName().getBytes(StandardCharsets.UTF_8)));
        var generation = Generation.of(SimRequest.of("gpt-4o", "Hi"), "ans_", lines.streamed(Rendering.Start.AT_ONCE))
                .keeping(new Keep("x", Map.of(), copy))
                .played(new Play.Deferred(opening -> Answer.json(Bytes.ofUtf8("receipt " + opening.id()))));
        return TrialAdapter.of(
                TrialAdapter.post("/x", generation),
                new Endpoint(
                        Call.Method.GET,
                        "/x/{id}",
                        "completions",
                        (call, _) -> new Operation.Attach(call.pathParameter("id"), -1, lines.streamed())),
                new Endpoint(Call.Method.POST, "/x/{id}/off", "completions", DeferredTest::callOff));
    }

    private static Operation callOff(Call call, Services services) {
        var id = call.pathParameter("id");
        return new Operation.CallOff(
                id,
                now -> Answer.json(Bytes.ofUtf8(now.scope()
                        .find("x", id)
                        .map(document -> document.content().toUtf8())
                        .orElse("nothing"))));
    }
}

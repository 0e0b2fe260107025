package llmsim.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.Operation.Generation;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Outcome;
import llmsim.api.prompt.SimRequest;
import llmsim.engine.Incoming;
import llmsim.engine.trial.EventLines;
import llmsim.engine.trial.Journal;
import llmsim.engine.trial.Reached;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.api.Test;

/** Answers that are played into a log, and clients that follow them. */
class AttachTest {
    private static final Incoming POST = Rig.incoming(Call.Method.POST, "/x", "");

    private final EventLines lines = new EventLines();
    private final Rig rig = rig(Rig.manual(adapter()));

    @Test
    void whoAskedGetsItAsIfItWereLive() {
        var logged = rig(Rig.automatic(adapter())).call(POST);
        var live = Rig.automatic(TrialAdapter.of(TrialAdapter.post("/x", lines.generation(request()))))
                .sources(Rig.saying("one two three four"))
                .call(POST);

        assertThat(logged.frames()).isEqualTo(live.frames());
        assertThat(logged.head()).isEqualTo(live.head());
        assertThat(logged.endedAt()).isEqualTo(live.endedAt());
    }

    @Test
    void anotherClientComesInTheMiddleAndSeesAllInTime() throws Exception {
        var first = new Reached(rig.clock);
        var playing = rig.start(POST, first);
        rig.clock.awaitWaiting(2);
        rig.clock.advance(Duration.ofMillis(110));
        var second = new Reached(rig.clock);
        var following = rig.start(attach(-1), second);
        rig.clock.awaitWaiting(3);

        assertThat(second.texts()).isEqualTo(first.texts()).isNotEmpty();
        rig.clock.advance(Duration.ofSeconds(1));
        playing.join();
        following.join();

        assertThat(second.texts()).isEqualTo(first.texts());
        assertThat(second.ended()).isTrue();
        assertThat(second.frames().getLast().at()).hasMillis(130);
        assertBooks(2);
    }

    @Test
    void afterTheEndAllOfItIsThereAtOnce() throws Exception {
        var first = playToTheEnd();

        assertThat(call(attach(-1)).texts()).isEqualTo(first.texts());
        assertThat(call(attach(2)).texts())
                .isEqualTo(first.texts().subList(3, first.texts().size()));
        assertThat(call(attach(first.texts().size() - 1)).texts()).isEmpty();
        assertThat(call(attach(Long.MAX_VALUE)).texts()).isEmpty();
        assertThat(call(attach(-99)).texts()).isEqualTo(first.texts());
        assertThat(call(attach(3)).ended()).isTrue();
    }

    @Test
    void aNumberFromTheFutureWaitsForWhatComesBehindIt() throws Exception {
        var first = new Reached(rig.clock);
        var playing = rig.start(POST, first);
        rig.clock.awaitWaiting(2);
        var second = new Reached(rig.clock);
        var following = rig.start(attach(4), second);
        rig.clock.awaitWaiting(3);
        rig.clock.advance(Duration.ofSeconds(1));
        playing.join();
        following.join();

        assertThat(second.texts())
                .isEqualTo(first.texts().subList(5, first.texts().size()));
    }

    @Test
    void itIsPlayedOnWhenWhoAskedIsGone() throws Exception {
        var first = new Reached(rig.clock).vanishingAt(2);
        var playing = rig.start(POST, first);
        rig.clock.awaitWaiting(2);
        rig.clock.advance(Duration.ofMillis(105));
        playing.join();
        var second = new Reached(rig.clock);
        var following = rig.start(attach(-1), second);
        rig.clock.awaitWaiting(2);
        rig.clock.advance(Duration.ofSeconds(1));
        following.join();

        rig.awaitRest();
        assertThat(second.ended()).isTrue();
        assertThat(second.texts().getLast()).startsWith("Finished");
        assertThat(rig.journal.entries().stream().map(Journal.Entry::outcome)).containsOnly(new Outcome.Done());
    }

    @Test
    void aFollowerThatGoesIsCancelledAlone() throws Exception {
        var first = new Reached(rig.clock);
        var playing = rig.start(POST, first);
        rig.clock.awaitWaiting(2);
        var second = new Reached(rig.clock).vanishingAt(1);
        var following = rig.start(attach(-1), second);
        rig.clock.awaitWaiting(3);
        rig.clock.advance(Duration.ofSeconds(1));
        playing.join();
        following.join();
        rig.awaitRest();

        assertThat(first.ended()).isTrue();
        assertThat(rig.simulator().statistics().cancelledRequests()).isEqualTo(1);
        assertThat(rig.simulator().statistics().completedRequests()).isEqualTo(1);
    }

    @Test
    void closingEndsPlayersAndFollowers() throws Exception {
        var first = new Reached(rig.clock);
        var playing = rig.start(POST, first);
        rig.clock.awaitWaiting(2);
        var following = rig.start(attach(-1), new Reached(rig.clock));
        rig.clock.awaitWaiting(3);

        rig.close();
        playing.join();
        following.join();

        assertThat(first.ended()).isFalse();
        rig.awaitRest();
        assertThat(rig.simulator().statistics().cancelledRequests()).isEqualTo(2);
    }

    @Test
    void aDefectInThePlayLeavesNobodyWaiting() throws Exception {
        var broken = Rig.automatic(adapter()).sources(_ -> {
            throw new IllegalStateException();
        });
        var reached = broken.call(POST);
        broken.awaitRest();

        assertThat(reached.status()).isEqualTo(500);
        assertThat(broken.journal.only().outcome()).isEqualTo(new Outcome.Defect());
        assertThat(broken.clock.running()).isZero();
    }

    @Test
    void anUnknownAnswerIsRefused() {
        var reached = call(Rig.incoming(Call.Method.GET, "/x/nothing", ""));

        assertThat(reached.status()).isEqualTo(404);
        assertThat(rig.simulator().statistics().totalErrors()).isEqualTo(1);
    }

    private Reached playToTheEnd() throws InterruptedException {
        var first = new Reached(rig.clock);
        var playing = rig.start(POST, first);
        rig.clock.awaitWaiting(2);
        rig.clock.advance(Duration.ofSeconds(1));
        playing.join();
        return first;
    }

    private Reached call(Incoming incoming) {
        return rig.call(incoming);
    }

    private Incoming attach(long after) {
        return Rig.incoming(Call.Method.GET, "/x/" + lines.id() + "?after=" + after, "");
    }

    private static SimRequest request() {
        return SimRequest.of("gpt-4o", "Hi").withStream(true);
    }

    private TrialAdapter adapter() {
        return TrialAdapter.of(
                TrialAdapter.post(
                        "/x",
                        new Generation(request(), "ans_", lines.streamed(), List.of(), new Operation.Play.Logged())),
                new Endpoint(
                        Call.Method.GET,
                        "/x/{id}",
                        "completions",
                        (call, _) -> new Operation.Attach(
                                call.pathParameter("id"),
                                call.queryParameter("after")
                                        .map(Long::parseLong)
                                        .orElse(-1L),
                                lines.streamed())));
    }

    private static Rig rig(Rig rig) {
        return rig.sources(Rig.saying("one two three four"));
    }

    private void assertBooks(int requests) {
        rig.awaitRest();
        var statistics = rig.simulator().statistics();
        assertThat(statistics.totalRequests()).isEqualTo(requests);
        assertThat(statistics.completedRequests()).isEqualTo(requests);
        assertThat(statistics.completionTokens()).isEqualTo(4);
        assertThat(rig.journal.inOrder()).isTrue();
        assertThat(rig.clock.running()).isZero();
    }
}

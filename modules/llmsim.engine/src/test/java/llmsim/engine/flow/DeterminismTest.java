package llmsim.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation.Generation;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;
import llmsim.api.prompt.Prompt;
import llmsim.api.prompt.SimRequest;
import llmsim.api.render.FrameKind;
import llmsim.api.render.Framing;
import llmsim.api.render.Opening;
import llmsim.api.render.Renderer;
import llmsim.api.render.Rendering;
import llmsim.api.reply.Completion;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.spi.GenerationContext;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.Pacing;
import llmsim.api.spi.PacingContext;
import llmsim.api.spi.ResponseGenerator;
import llmsim.engine.Incoming;
import llmsim.engine.random.RunSeed;
import llmsim.engine.trial.Reached;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.api.Test;

/** Equal runs give equal answers, however many clients there are at once. */
class DeterminismTest {
    private static final int CLIENTS = 64;
    private static final int PROMPTS = 16;

    private record Words() implements ResponseGenerator {
        @Override
        public String name() {
            return "words";
        }

        @Override
        public Completion generate(Prompt prompt, GenerationContext context) {
            var words = IntStream.range(0, 12)
                    .mapToObj(_ -> " " + context.random().nextInt(1_000))
                    .toList();
            return Completion.text(prompt.lastUserText() + String.join("", words));
        }
    }

    private record Uneven() implements LatencyProfile {
        @Override
        public String name() {
            return "uneven";
        }

        @Override
        public Pacing pace(PacingContext context) {
            return new Pacing() {
                @Override
                public long timeToFirstToken() {
                    return context.random().nextLong(TimeUnit.SECONDS.toNanos(1));
                }

                @Override
                public long nextGap() {
                    return context.random().nextLong(TimeUnit.MILLISECONDS.toNanos(50));
                }
            };
        }
    }

    /** What a client sees of an answer: its id, when it came, what it said, and how long that took. */
    private record Seen(String id, String text, long took) {}

    @Test
    void sixtyFourClientsAtOnceGetWhatTheyGetOneAfterTheOther() throws Exception {
        var sequential = texts(oneAfterTheOther(rig(7)));

        for (var run = 0; run < 3; run++) {
            var concurrent = allAtOnce(rig(7));
            assertThat(texts(concurrent)).containsExactlyInAnyOrderElementsOf(sequential);
            assertThat(concurrent.stream().map(Seen::id)).doesNotHaveDuplicates();
        }
        assertThat(texts(oneAfterTheOther(rig(8)))).doesNotContainAnyElementsOf(sequential);
    }

    @Test
    void theSameRunTwiceIsTheSameToTheNanosecond() {
        assertThat(oneAfterTheOther(rig(7))).isEqualTo(oneAfterTheOther(rig(7)));
    }

    @Test
    void timesAndIdsAreOneMultisetToo() throws Exception {
        assertThat(allAtOnce(rig(7))).containsExactlyInAnyOrderElementsOf(oneAfterTheOther(rig(7)));
    }

    @Test
    void identicalRequestsDifferInIdAndTimeAlone() {
        var rig = rig(7);
        var first = ask(rig, 0);
        var second = ask(rig, 0);

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.took()).isNotEqualTo(first.took());
    }

    @Test
    void aSessionBeginsFromNew() {
        var rig = rig(7);
        var first = ask(rig, 0);
        var sameAgain = ask(rig, incoming(0, "other"));

        assertThat(sameAgain).isEqualTo(first);
    }

    private static Rig rig(long seed) {
        var endpoint = new Endpoint(Call.Method.POST, "/{n}", "x", (call, _) -> {
            var request =
                    SimRequest.of("gpt-4o", "Prompt " + call.pathParameter("n")).withStream(true);
            return Generation.of(
                    request,
                    "ans_",
                    new Rendering(
                            Framing.LINES, "text/plain", Rendering.Start.WITH_FIRST_DELTA, DeterminismTest::render));
        });
        return Rig.automatic(TrialAdapter.of(endpoint))
                .seed(RunSeed.of(OptionalLong.of(seed)))
                .generator(new Words())
                .profile(new Uneven());
    }

    private static Renderer render(Opening opening) {
        return (event, sink) -> {
            switch (event) {
                case ReplyEvent.Started _ ->
                    sink.frame(FrameKind.HEAD, "", opening.id().getBytes(StandardCharsets.UTF_8));
                case ReplyEvent.TextDelta delta ->
                    sink.frame(FrameKind.DELTA, "", delta.text().getBytes(StandardCharsets.UTF_8));
                default -> {}
            }
        };
    }

    private static List<Seen> oneAfterTheOther(Rig rig) {
        return IntStream.range(0, CLIENTS).mapToObj(i -> ask(rig, i)).toList();
    }

    private static Seen ask(Rig rig, int client) {
        return ask(rig, incoming(client, ""));
    }

    private static Seen ask(Rig rig, Incoming incoming) {
        var begin = rig.clock.nanoTime();
        return seen(rig.call(incoming), begin);
    }

    private static List<Seen> allAtOnce(Rig rig) throws InterruptedException {
        var hold = rig.clock.waiter();
        var threads = new ArrayList<Thread>();
        var all = new ArrayList<Reached>();
        for (var i = 0; i < CLIENTS; i++) {
            all.add(new Reached(rig.clock));
            threads.add(rig.start(incoming(i, ""), all.getLast()));
        }
        rig.clock.awaitWaiting(CLIENTS);
        hold.close();
        for (var thread : threads) {
            thread.join();
        }
        return all.stream().map(reached -> seen(reached, 0)).toList();
    }

    private static Incoming incoming(int client, String session) {
        var plain = Rig.incoming(Call.Method.POST, "/" + client % PROMPTS, "");
        var headers = session.isEmpty()
                ? Headers.NONE
                : Headers.builder().add("X-LLMSim-Session", session).build();
        return new Incoming(plain.method(), plain.path(), plain.query(), headers, plain.body());
    }

    private static Seen seen(Reached reached, long begin) {
        var frames = reached.texts();
        return new Seen(
                frames.getFirst(),
                String.join("", frames.subList(1, frames.size())),
                reached.endedAt().toNanos() - begin);
    }

    private static List<String> texts(List<Seen> all) {
        return all.stream().map(Seen::text).toList();
    }
}

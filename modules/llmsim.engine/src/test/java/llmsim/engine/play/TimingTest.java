package llmsim.engine.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import llmsim.api.content.Part;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Outcome;
import llmsim.api.prompt.OutputLimits;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Completion;
import llmsim.api.reply.Reply;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.Pacing;
import llmsim.api.spi.PacingContext;
import llmsim.engine.trial.EventLines;
import llmsim.engine.trial.Reached;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.api.Test;

class TimingTest {
    /** Draws its gaps from the stream that it is given. */
    private record Uneven() implements LatencyProfile {
        @Override
        public String name() {
            return "uneven";
        }

        @Override
        public Pacing pace(PacingContext context) {
            var random = new SplittableRandom(5);
            return paced(7_000_003, () -> random.nextLong(1, 60_000_000));
        }
    }

    private interface Gaps {
        long next();
    }

    @Test
    void overTenThousandTokensNothingDrifts() {
        var text = " a".repeat(10_000);
        var played = Played.of(Reply.of(Completion.text(text)), Played.Way.streamed(new Uneven()));

        var random = new SplittableRandom(5);
        var due = 7_000_003L;
        var deltas = played.heard().stream()
                .filter(at -> at.event() instanceof ReplyEvent.TextDelta)
                .toList();
        assertThat(deltas).hasSize(10_000);
        for (var delta : deltas) {
            assertThat(delta.nanos()).isEqualTo(due);
            due += random.nextLong(1, 60_000_000);
        }
        assertThat(played.reached().endedAt().toNanos())
                .isEqualTo(deltas.getLast().nanos());
    }

    @Test
    void negativeTimesCountAsNone() {
        LatencyProfile backwards = profile(paced(-5, () -> -7));

        var played = Played.of(Reply.of(Completion.text("one two three")), Played.Way.streamed(backwards));

        assertThat(played.reached().endedAt()).isZero();
        assertThat(played.events(ReplyEvent.TextDelta.class)).hasSize(3);
    }

    @Test
    void choicesInterleaveByDueTimeAndTakeTurnsWhenDueTogether() {
        var reply = new Reply(IntStream.range(0, 3)
                .mapToObj(_ -> Completion.text("one two three four"))
                .toList());

        var played = Played.of(reply, Played.Way.streamed(Rig.STEADY));

        assertThat(played.events(ReplyEvent.TextDelta.class).stream().map(ReplyEvent.TextDelta::choice))
                .containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2);
    }

    @Test
    void aQuickChoiceDoesNotWaitForASlowOne() {
        LatencyProfile uneven = new LatencyProfile() {
            private int asked;

            @Override
            public String name() {
                return "uneven";
            }

            @Override
            public Pacing pace(PacingContext context) {
                return asked++ == 0 ? paced(100, () -> 100) : paced(10, () -> 10);
            }
        };
        var reply = new Reply(List.of(Completion.text("one two three"), Completion.text("one two three")));

        var played = Played.of(reply, Played.Way.streamed(uneven));

        assertThat(played.events(ReplyEvent.TextDelta.class).stream().map(ReplyEvent.TextDelta::choice))
                .containsExactly(1, 1, 1, 0, 0, 0);
    }

    @Test
    void aGapWithoutEndEndsWithTheSimulator() throws Exception {
        var endless = profile(paced(Long.MAX_VALUE, () -> Long.MAX_VALUE));
        var trial = new EventLines();
        var request = SimRequest.of("m", "x").withStream(true);
        var rig = Rig.automatic(TrialAdapter.of(TrialAdapter.post("/x", trial.generation(request))))
                .profile(endless);
        var reached = new Reached(rig.clock);
        var thread = rig.start(Rig.incoming(Call.Method.POST, "/x", ""), reached);
        rig.clock.awaitWaiting(1);

        rig.close();
        thread.join();

        assertThat(reached.frames()).isEmpty();
        assertThat(rig.journal.only().outcome()).isEqualTo(new Outcome.Cancelled());
        assertThat(rig.clock.nanoTime()).isZero();
    }

    @Test
    void aPartOpensWithTheEndOfTheOneBefore() {
        var reply = Reply.of(Completion.of(List.of(new Part.Text("one two"), new Part.ToolCall("1", "f", "{}"))));

        var played = Played.of(reply, Played.Way.streamed(Rig.STEADY).within(OutputLimits.NONE));

        var opened = played.heard().stream()
                .filter(at -> at.event() instanceof ReplyEvent.PartStarted begun && begun.part() == 1)
                .findFirst();
        assertThat(opened.orElseThrow().nanos()).isEqualTo(110_000_000);
    }

    private static LatencyProfile profile(Pacing pacing) {
        return new LatencyProfile() {
            @Override
            public String name() {
                return "given";
            }

            @Override
            public Pacing pace(PacingContext context) {
                return pacing;
            }
        };
    }

    private static Pacing paced(long ttft, Gaps gaps) {
        return new Pacing() {
            @Override
            public long timeToFirstToken() {
                return ttft;
            }

            @Override
            public long nextGap() {
                return gaps.next();
            }
        };
    }
}

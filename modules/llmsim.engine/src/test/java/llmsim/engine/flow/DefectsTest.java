package llmsim.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.Operation.Generation;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Outcome;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.SimRequest;
import llmsim.api.render.FrameKind;
import llmsim.api.render.Framing;
import llmsim.api.render.Renderer;
import llmsim.api.render.Rendering;
import llmsim.api.reply.ReplyEvent;
import llmsim.api.spi.LatencyProfile;
import llmsim.api.spi.Pacing;
import llmsim.api.spi.PacingContext;
import llmsim.api.spi.ProviderAdapter;
import llmsim.engine.trial.EventLines;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.api.Test;

/** What a client gets, and what is counted, when llmsim or an extension fails. */
class DefectsTest {
    private static final SimRequest STREAMED = SimRequest.of("gpt-4o", "Hi").withStream(true);

    private final EventLines lines = new EventLines();

    @Test
    void aGeneratorThatThrowsIsTheProvidersError() {
        var rig = rig(lines.generation(STREAMED)).sources(_ -> {
            throw new IllegalStateException("secret detail");
        });
        var reached = rig.post("/x");

        assertThat(reached.status()).isEqualTo(500);
        assertThat(reached.body()).isEqualTo("SERVER_ERROR|");
        assertDefect(rig, 0);
    }

    @Test
    void anErrorIsADefectToo() {
        var rig = rig(lines.generation(STREAMED)).sources(_ -> {
            throw new StackOverflowError();
        });

        assertThat(rig.post("/x").status()).isEqualTo(500);
        assertDefect(rig, 0);
    }

    @Test
    void aSourceMayRefuseInTheProvidersWords() {
        var problem = Problem.Stated.of(Category.OVERLOADED, "busy");
        var rig = rig(lines.generation(STREAMED)).sources(_ -> {
            throw problem.asException();
        });

        assertThat(rig.post("/x").status()).isEqualTo(529);
        assertThat(rig.journal.only().outcome()).isEqualTo(new Outcome.Failed(problem));
        assertBooks(rig);
    }

    @Test
    void noSourceIsADefect() {
        var rig = rig(lines.generation(STREAMED)).sources(_ -> Optional.empty());

        assertThat(rig.post("/x").status()).isEqualTo(500);
        assertDefect(rig, 0);
    }

    @Test
    void aProfileThatThrowsBeforeTheBeginIsAWholeAnswer() {
        var rig = rig(lines.generation(STREAMED)).profile(throwingAtGap(0));

        assertThat(rig.post("/x").status()).isEqualTo(500);
        assertDefect(rig, 0);
    }

    @Test
    void aProfileThatThrowsInTheMiddleEndsTheStreamWithTheProvidersError() {
        var rig = rig(lines.generation(STREAMED))
                .profile(throwingAtGap(3))
                .sources(Rig.saying("one two three four five"));
        var reached = rig.post("/x");

        assertThat(reached.status()).isEqualTo(200);
        assertThat(reached.ended()).isTrue();
        assertThat(lines.events().getLast()).isInstanceOf(ReplyEvent.Failed.class);
        var failed = (ReplyEvent.Failed) lines.events().getLast();
        assertThat(failed.problem().category()).isEqualTo(Category.SERVER_ERROR);
        assertThat(failed.usage().completionTokens()).isEqualTo(3);
        assertDefect(rig, 3);
    }

    @Test
    void aProfileThatThrowsUnderAWholeAnswerIsAWholeError() {
        var rig = rig(lines.generation(STREAMED.withStream(false)))
                .profile(throwingAtGap(3))
                .sources(Rig.saying("one two three four five"));

        assertThat(rig.post("/x").status()).isEqualTo(500);
        assertDefect(rig, 0);
    }

    @Test
    void aRendererThatAlwaysThrowsIsAWholeError() {
        var rig = rig(rendered((_, _) -> {
            throw new IllegalArgumentException();
        }));

        assertThat(rig.post("/x").status()).isEqualTo(500);
        assertDefect(rig, 0);
    }

    @Test
    void aRendererThatThrowsInTheMiddleIsAskedOnceMoreForTheError() {
        var rig = rig(rendered(throwingAt(ReplyEvent.PartDone.class)));
        var reached = rig.post("/x");

        assertThat(reached.ended()).isTrue();
        assertThat(reached.texts().getLast()).startsWith("Failed");
        assertDefect(rig, 1);
    }

    @Test
    void aRendererThatCannotEvenSayTheErrorLeavesTheAnswerOpen() {
        var rig = rig(rendered((event, sink) -> {
            if (event instanceof ReplyEvent.PartDone || event instanceof ReplyEvent.Failed) {
                throw new IllegalArgumentException();
            }
            sink.frame(FrameKind.DELTA, "", new byte[] {'x'});
        }));
        var reached = rig.post("/x");

        assertThat(reached.begun()).isTrue();
        assertThat(reached.ended()).isFalse();
        assertDefect(rig, 1);
    }

    @Test
    void aRendererMayFailWithTheProvidersProblem() {
        var problem = Problem.Stated.of(Category.OVERLOADED, "busy");
        var rig = rig(rendered((event, sink) -> {
            if (event instanceof ReplyEvent.PartDone) {
                throw problem.asException();
            }
            sink.frame(FrameKind.DELTA, "", event.toString().getBytes(StandardCharsets.UTF_8));
        }));
        var reached = rig.post("/x");

        assertThat(reached.texts().getLast()).contains("OVERLOADED");
        assertThat(rig.journal.only().outcome()).isEqualTo(new Outcome.Failed(problem));
        assertBooks(rig);
    }

    @Test
    void aReaderThatThrowsIsRefusedOnce() {
        var rig = Rig.automatic(TrialAdapter.of(new Endpoint(Call.Method.POST, "/x", "completions", (_, _) -> {
            throw new IllegalStateException();
        })));

        assertThat(rig.post("/x").status()).isEqualTo(500);
        assertThat(rig.journal.only().outcome()).isEqualTo(new Outcome.Defect());
        assertBooks(rig);
    }

    @Test
    void aGateThatThrowsIsRefusedOnce() {
        var rig = rig(lines.generation(STREAMED)).gates(_ -> {
            throw new IllegalStateException();
        });

        assertThat(rig.post("/x").status()).isEqualTo(500);
        assertThat(rig.journal.only().outcome()).isEqualTo(new Outcome.Defect());
        assertBooks(rig);
    }

    @Test
    void aQueryThatThrowsIsCountedOnce() {
        var rig = rig(Operation.Query.free(_ -> {
            throw new IllegalStateException();
        }));

        assertThat(rig.post("/x").status()).isEqualTo(500);
        assertDefect(rig, 0);
    }

    @Test
    void aProviderWithoutWordsGetsPlainOnes() {
        var speechless = new Speechless(TrialAdapter.of(TrialAdapter.post("/x", lines.generation(STREAMED))));
        var rig = Rig.automatic(speechless);
        var reached = rig.get("/nowhere");

        assertThat(reached.status()).isEqualTo(404);
        assertThat(reached.body()).contains("\"type\":\"not_found\"");
        assertBooks(rig);
    }

    @Test
    void askedWithoutAnApiADefectIsAnException() {
        var rig = rig().sources(_ -> {
            throw new IllegalStateException();
        });

        assertThatThrownBy(() -> rig.simulator().ask(STREAMED, _ -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("defect");
        assertDefect(rig, 0);
    }

    private Rig rig(Operation... operations) {
        return Rig.automatic(
                operations.length == 0 ? TrialAdapter.of() : TrialAdapter.of(TrialAdapter.post("/x", operations[0])));
    }

    private static Generation rendered(Renderer renderer) {
        var rendering = new Rendering(Framing.LINES, "text/plain", Rendering.Start.WITH_FIRST_DELTA, _ -> renderer);
        return Generation.of(STREAMED, "a_", rendering);
    }

    private static Renderer throwingAt(Class<? extends ReplyEvent> kind) {
        return (event, sink) -> {
            if (kind.isInstance(event)) {
                throw new IllegalArgumentException();
            }
            sink.frame(FrameKind.DELTA, "", event.toString().getBytes(StandardCharsets.UTF_8));
        };
    }

    private static LatencyProfile throwingAtGap(int number) {
        return new LatencyProfile() {
            @Override
            public String name() {
                return "throwing";
            }

            @Override
            public Pacing pace(PacingContext context) {
                return new ThrowingPacing(number);
            }
        };
    }

    private static final class ThrowingPacing implements Pacing {
        private int left;

        private ThrowingPacing(int left) {
            this.left = left;
        }

        @Override
        public long timeToFirstToken() {
            return nextGap();
        }

        @Override
        public long nextGap() {
            if (left-- == 0) {
                throw new IllegalStateException();
            }
            return 1;
        }
    }

    private record Speechless(TrialAdapter adapter) implements ProviderAdapter {
        @Override
        public String name() {
            return adapter.name();
        }

        @Override
        public ProviderFacts facts() {
            return adapter.facts();
        }

        @Override
        public List<Endpoint> endpoints() {
            return adapter.endpoints();
        }

        @Override
        public Answer explain(Problem problem, Call call) {
            throw new IllegalStateException();
        }
    }

    private static void assertDefect(Rig rig, long tokens) {
        assertThat(rig.journal.only().outcome()).isEqualTo(new Outcome.Defect());
        assertThat(rig.journal.only().usage().completionTokens()).isEqualTo(tokens);
        assertThat(rig.simulator().statistics().serverErrors()).isEqualTo(1);
        assertBooks(rig);
    }

    private static void assertBooks(Rig rig) {
        var statistics = rig.simulator().statistics();
        assertThat(rig.journal.inOrder()).isTrue();
        assertThat(statistics.totalRequests()).isEqualTo(1);
        assertThat(statistics.totalErrors()).isEqualTo(1);
        assertThat(statistics.activeRequests()).isZero();
        assertThat(rig.clock.running()).isZero();
    }
}

package llmsim.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.Operation.Generation;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Usage;
import llmsim.engine.gate.Verdict;
import llmsim.engine.trial.EventLines;
import llmsim.engine.trial.Journal;
import llmsim.engine.trial.Reached;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything at once: in the end the accounts add up. */
class ConcurrentMixTest {
    private static final int CALLS = 300;
    private static final List<String> KINDS =
            List.of("/stream", "/whole", "/logged", "/query", "/timed", "/defect", "/refused", "/batch", "/nowhere");

    private final ConcurrentLinkedQueue<Usage> settled = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theAccountsAddUp(long seed) throws Exception {
        var random = new SplittableRandom(seed);
        var rig = rig();
        var hold = rig.clock.waiter();
        var threads = new ArrayList<Thread>();
        for (var i = 0; i < CALLS; i++) {
            var kind = KINDS.get(random.nextInt(KINDS.size()));
            var reached = new Reached(rig.clock);
            if (random.nextInt(4) == 0) {
                reached.vanishingAt(random.nextInt(6));
            }
            threads.add(rig.start(Rig.incoming(Call.Method.POST, kind, ""), reached));
        }
        hold.close();
        for (var thread : threads) {
            thread.join();
        }
        rig.awaitRest();

        assertBooks(rig);
        assertThat(rig.clock.running()).isZero();
    }

    private void assertBooks(Rig rig) {
        var statistics = rig.simulator().statistics();
        assertThat(statistics.activeRequests()).isZero();
        assertThat(statistics.totalRequests())
                .isEqualTo(statistics.completedRequests()
                        + statistics.cancelledRequests()
                        + statistics.brokenStreams()
                        + statistics.totalErrors())
                .isEqualTo(rig.journal.entries().size())
                .isGreaterThanOrEqualTo(CALLS);
        assertThat(rig.journal.inOrder()).isTrue();
        var usages = rig.journal.entries().stream()
                .filter(Journal.Entry::wasAdmitted)
                .map(Journal.Entry::usage)
                .toList();
        assertThat(statistics.completionTokens())
                .isEqualTo(usages.stream().mapToLong(Usage::completionTokens).sum())
                .isEqualTo(rig.journal.entries().stream()
                        .mapToLong(Journal.Entry::tokens)
                        .sum());
        assertThat(settled).containsExactlyInAnyOrderElementsOf(usages);
    }

    private Rig rig() {
        var request = SimRequest.of("gpt-4o", "Hi");
        return Rig.automatic(TrialAdapter.of(
                        generation("/stream", request.withStream(true), new Operation.Play.Live()),
                        generation("/whole", request, new Operation.Play.Live()),
                        generation("/logged", request.withStream(true), new Operation.Play.Logged()),
                        TrialAdapter.post("/query", Operation.Query.free(_ -> Answer.json(Bytes.ofUtf8("{}")))),
                        TrialAdapter.post(
                                "/timed",
                                new Operation.Query(
                                        new Operation.Cost(Optional.of("e"), 3, true),
                                        _ -> Answer.json(Bytes.ofUtf8("{}")))),
                        TrialAdapter.post("/defect", Operation.Query.free(_ -> {
                            throw new IllegalStateException("on purpose");
                        })),
                        TrialAdapter.post("/refused", Operation.Query.free(_ -> {
                            throw Problem.Stated.of(Category.RATE_LIMIT, "").asException();
                        })),
                        TrialAdapter.post("/batch", Operation.Query.free(services -> {
                            services.call(Call.Method.POST, "/stream", Body.EMPTY);
                            return services.call(Call.Method.POST, "/whole", Body.EMPTY);
                        }))))
                .sources(Rig.saying("one two three four five"))
                .gates(_ -> new Verdict.Pass(settled::add));
    }

    private static Endpoint generation(String path, SimRequest request, Operation.Play play) {
        return new Endpoint(Call.Method.POST, path, "x", (_, _) -> {
            var lines = new EventLines();
            var rendering = request.stream() ? lines.streamed() : lines.whole();
            return new Generation(request, "a_", rendering, List.of(), play);
        });
    }
}

package llmsim.it.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import llmsim.engine.clock.VirtualClock;
import llmsim.it.testkit.Http;
import llmsim.server.LlmSim;
import org.junit.jupiter.api.Test;

/** Over real sockets: order and concurrency change nothing but ids and times of creation. */
class DeterminismTest {
    private static final int THREADS = 64;

    @Test
    void equalRequestsDifferInIdAndCreationOnly() throws Exception {
        try (var llm = simulator()) {
            var answers = concurrently(
                    llm,
                    IntStream.range(0, THREADS).mapToObj(_ -> body(0, false)).toList());

            assertThat(answers.stream().map(DeterminismTest::withoutIds).distinct())
                    .hasSize(1);
            assertThat(answers).doesNotHaveDuplicates();
        }
    }

    @Test
    void concurrentAnswersAreTheSequentialOnes() throws Exception {
        var bodies = IntStream.range(0, THREADS)
                .mapToObj(index -> body(index % 8, index % 3 == 0))
                .toList();
        try (var sequential = simulator();
                var concurrent = simulator()) {
            var one = IntStream.range(0, THREADS)
                    .mapToObj(index -> answer(sequential, bodies.get(index)))
                    .toList();
            var other = concurrently(concurrent, bodies);

            assertThat(other.stream().map(DeterminismTest::withoutIds).sorted())
                    .isEqualTo(one.stream()
                            .map(DeterminismTest::withoutIds)
                            .sorted()
                            .toList());
            assertThat(AtRest.statistics(concurrent).completionTokens())
                    .isEqualTo(AtRest.statistics(sequential).completionTokens());
        }
    }

    @Test
    void aBodySeedMeansTheSameInEveryRun() {
        try (var one = LlmSim.builder()
                        .port(0)
                        .host("127.0.0.1")
                        .latency("instant")
                        .start();
                var other = LlmSim.builder()
                        .port(0)
                        .host("127.0.0.1")
                        .latency("instant")
                        .start()) {
            var body = body(1, false).replaceFirst("\\{", "{\"seed\": 12,");

            assertThat(withoutIds(answer(one, body))).isEqualTo(withoutIds(answer(other, body)));
            assertThat(withoutIds(answer(one, body(1, false)))).isNotEqualTo(withoutIds(answer(one, body(1, false))));
        }
    }

    private static LlmSim simulator() {
        return LlmSim.builder()
                .host("127.0.0.1")
                .port(0)
                .clock(VirtualClock.automatic())
                .seed(99)
                .start();
    }

    private static String body(int which, boolean stream) {
        return "{\"model\": \"gpt-5\", \"n\": 2, \"stream\": %b, \"messages\": [{\"role\": \"user\", \"content\": \"No. %d\"}]}"
                .formatted(stream, which);
    }

    private static String withoutIds(String answer) {
        return answer.replaceAll("\"id\":\"chatcmpl-[^\"]+\"", "").replaceAll("\"created\":\\d+", "");
    }

    private static List<String> concurrently(LlmSim llm, List<String> bodies) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(bodies.stream()
                    .map(body -> (Callable<String>) () -> answer(llm, body))
                    .toList());
            return answers.stream().map(Future::resultNow).toList();
        }
    }

    private static String answer(LlmSim llm, String body) {
        try {
            var answer = Http.post(llm.baseUri("openai") + "/chat/completions", body);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

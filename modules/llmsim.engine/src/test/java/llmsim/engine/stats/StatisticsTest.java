package llmsim.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import llmsim.api.exchange.Caller;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.Outcome;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.reply.Usage;
import llmsim.engine.clock.VirtualClock;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private final VirtualClock clock = VirtualClock.manual();
    private final Statistics statistics = new Statistics(clock);

    @Test
    void everyRequestIsInOnePlace() {
        end(exchange("completions", true), new Outcome.Done(), 5);
        end(exchange("responses", false), new Outcome.Cancelled(), 2);
        end(exchange("websocket", true), new Outcome.Broken("reset"), 1);
        end(exchange("messages", false), new Outcome.Defect(), 0);
        end(exchange("images", false), failed(Category.TIMEOUT), 0);
        statistics.refused(exchange("", false), problem(Category.RATE_LIMIT));
        statistics.refused(exchange("other", false), problem(Category.INVALID_REQUEST));
        statistics.refused(exchange("other", false), problem(Category.QUOTA));
        statistics.refused(exchange("other", false), problem(Category.UNAVAILABLE));
        statistics.admitted(exchange("completions", true));
        var now = statistics.snapshot();

        assertThat(now.totalRequests()).isEqualTo(10);
        assertThat(List.of(
                        now.activeRequests(),
                        now.completedRequests(),
                        now.cancelledRequests(),
                        now.brokenStreams(),
                        now.totalErrors()))
                .containsExactly(1L, 1L, 1L, 1L, 6L);
        assertThat(List.of(now.rateLimitErrors(), now.serverErrors(), now.timeoutErrors()))
                .containsExactly(2L, 2L, 1L);
        assertThat(List.of(
                        now.completionsRequests(),
                        now.responsesRequests(),
                        now.websocketRequests(),
                        now.messagesRequests(),
                        now.imageRequests()))
                .containsExactly(2L, 1L, 1L, 1L, 1L);
        assertThat(now.streamingRequests()).isEqualTo(3);
        assertThat(now.nonStreamingRequests()).isEqualTo(7);
        assertThat(List.of(now.promptTokens(), now.completionTokens(), now.totalTokens()))
                .containsExactly(50L, 8L, 58L);
        assertThat(now.modelRequests()).isEqualTo(Map.of("m", 10L));
        assertThat(statistics.activeExchanges()).isEqualTo(1);
    }

    @Test
    void onlyCompletedRequestsHaveALatency() {
        var first = exchange("completions", true);
        clock.advance(Duration.ofMillis(250));
        end(first, new Outcome.Done(), 1);
        clock.advance(Duration.ofMillis(750));
        end(first, new Outcome.Cancelled(), 1);
        var now = statistics.snapshot();

        assertThat(now.minLatencyMs()).hasValue(250);
        assertThat(now.maxLatencyMs()).hasValue(250);
        assertThat(now.avgLatencyMs()).hasValue(250);
        assertThat(now.uptimeSecs()).isEqualTo(1);
        assertThat(now.requestsPerSecond()).isEqualTo(2);
    }

    @Test
    void howLateFramesWere() {
        statistics.wrote(exchange("", true), 0, 2_000_000, 1);

        assertThat(statistics.snapshot().scheduleLagMs().max()).isEqualTo(2);
    }

    @Test
    void faultsAreCountedByName() {
        Stream.of("reset", "crlf", "reset").forEach(fault -> statistics.faulted(exchange("", true), fault));

        assertThat(statistics.snapshot().faults()).isEqualTo(Map.of("reset", 2L, "crlf", 1L));
    }

    private void end(Exchange exchange, Outcome outcome, long tokens) {
        statistics.admitted(exchange);
        statistics.ended(exchange, outcome, Usage.ofPrompt(10).withCompletion(tokens, 0), clock.nanoTime());
    }

    private static Exchange exchange(String kind, boolean streaming) {
        return new Exchange("r", "trial", kind, "m", streaming, Caller.ANONYMOUS, 0);
    }

    private static Outcome failed(Category category) {
        return new Outcome.Failed(problem(category));
    }

    private static Problem problem(Category category) {
        return Problem.Stated.of(category, "");
    }
}

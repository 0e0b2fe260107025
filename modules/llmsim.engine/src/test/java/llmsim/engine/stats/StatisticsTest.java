package llmsim.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Caller;
import llmsim.api.exchange.Exchange;
import llmsim.api.exchange.ExchangeTrace;
import llmsim.api.exchange.Headers;
import llmsim.api.exchange.Outcome;
import llmsim.api.problem.Category;
import llmsim.api.problem.Period;
import llmsim.api.problem.Problem;
import llmsim.api.problem.Quantity;
import llmsim.api.reply.Usage;
import llmsim.engine.catalogue.Catalogue;
import llmsim.engine.clock.VirtualClock;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final Catalogue MODELS = Catalogue.standard();
    private static final long MILLI = 1_000_000;
    private final VirtualClock clock = VirtualClock.manual();
    private final Statistics statistics = new Statistics(clock, () -> MODELS);

    @Test
    void everyRequestIsInOnePlace() {
        end(admit("completions", true), new Outcome.Done(), 5);
        end(admit("responses", false), new Outcome.Cancelled(), 2);
        end(admit("websocket", true), new Outcome.Broken("reset"), 1);
        end(admit("messages", false), new Outcome.Defect(), 0);
        end(admit("images", false), failed(Category.TIMEOUT), 0);
        refuse("", Category.RATE_LIMIT);
        refuse("other", Category.INVALID_REQUEST);
        refuse("other", Category.QUOTA);
        refuse("other", Category.UNAVAILABLE);
        var open = admit("completions", true);
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
        assertThat(now.errors())
                .isEqualTo(Map.of(
                        "defect",
                        1L,
                        "timeout",
                        1L,
                        "rate_limit",
                        1L,
                        "invalid_request",
                        1L,
                        "quota",
                        1L,
                        "unavailable",
                        1L));
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
        assertThat(now.endpoints().keySet())
                .containsExactly(
                        "other",
                        "trial/completions",
                        "trial/images",
                        "trial/messages",
                        "trial/other",
                        "trial/responses",
                        "trial/websocket");
        assertThat(statistics.activeExchanges()).isEqualTo(1);

        end(open, new Outcome.Done(), 0);
        assertThat(statistics.activeExchanges()).isZero();
    }

    @Test
    void onlyCompletedRequestsHaveALatency() {
        var first = admit("completions", true);
        var second = admit("completions", true);
        clock.advance(Duration.ofMillis(250));
        end(first, new Outcome.Done(), 1);
        clock.advance(Duration.ofMillis(750));
        end(second, new Outcome.Cancelled(), 1);
        var now = statistics.snapshot();

        assertThat(now.minLatencyMs()).hasValue(250);
        assertThat(now.maxLatencyMs()).hasValue(250);
        assertThat(now.avgLatencyMs()).hasValue(250);
        assertThat(now.latencyMs().p99()).hasValue(250);
        assertThat(now.uptimeSecs()).isEqualTo(1);
        assertThat(now.requestsPerSecond()).isEqualTo(2);
    }

    @Test
    void tokensOfAChunkShareItsTime() {
        var stream = admit("completions", true);
        stream.wrote(0, 0, 0);
        stream.wrote(500 * MILLI, 500 * MILLI, 1);
        stream.wrote(540 * MILLI, 540 * MILLI, 4);
        stream.wrote(560 * MILLI, 560 * MILLI, 1);
        var whole = admit("completions", false);
        whole.wrote(900 * MILLI, 900 * MILLI, 50);
        clock.advance(Duration.ofSeconds(2));
        var now = statistics.snapshot();
        var row = statistics.totals().all();

        assertThat(now.ttftMs().p50()).hasValue(500);
        assertThat(row.ttft().number()).isEqualTo(1);
        assertThat(row.interToken().number()).isEqualTo(5);
        assertThat(row.interToken().sumNanos()).isEqualTo(60 * MILLI);
        assertThat(now.interTokenMs().p50()).hasValue(10);
        assertThat(now.interTokenMs().p99()).hasValue(20);
        assertThat(now.tokensPerSecond()).isEqualTo(28);
        assertThat(row.activeStreams()).isEqualTo(1);
    }

    @Test
    void lateWritesDegradeTheTiming() {
        assertThat(statistics.snapshot().timing()).isEqualTo("ok");
        assertThat(statistics.snapshot().timingReason()).isEqualTo("nothing was written in the last minute");
        var stream = admit("completions", true);
        stream.wrote(0, 2 * MILLI, 1);

        assertThat(statistics.snapshot().scheduleLagMs().max()).isEqualTo(2);
        assertThat(statistics.snapshot().timing()).isEqualTo("ok");

        stream.wrote(0, 25 * MILLI, 1);
        assertThat(statistics.snapshot().timing()).isEqualTo("degraded");
        assertThat(statistics.snapshot().timingReason())
                .isEqualTo("99 % of 2 writes of the last minute were at most 25.0 ms late, more than 20.0 ms: the"
                        + " machine is too busy, or clients read too slowly");

        clock.advance(Duration.ofSeconds(70));
        assertThat(statistics.snapshot().timing()).isEqualTo("ok");
        assertThat(statistics.totals().scheduleLag().number()).isEqualTo(2);
    }

    @Test
    void faultsAreCountedByName() {
        var trace = admit("completions", true);
        Stream.of("reset", "crlf", "reset").forEach(trace::faulted);

        assertThat(statistics.snapshot().faults()).isEqualTo(Map.of("reset", 2L, "crlf", 1L));
    }

    @Test
    void limitsThatHadNotEnoughAreNamed() {
        var limited = new Problem.RateLimited("m", Quantity.TOKENS, Period.MINUTE, 10, 10, 5, Duration.ofSeconds(1));
        begin("completions", "m", true).ended(new Outcome.Failed(limited), Usage.ofPrompt(0), 0);

        assertThat(statistics.snapshot().limitsHit()).isEqualTo(Map.of("tokens per minute", 1L));
        assertThat(statistics.snapshot().rateLimitErrors()).isEqualTo(1);
    }

    @Test
    void tokensCostWhatTheListSays() {
        var known = begin("completions", "gpt-4o", false);
        known.admitted();
        known.ended(new Outcome.Done(), new Usage(1_000_000, 0, 0, 100_000, 0), 0);
        var unknown = begin("completions", "nobody", false);
        unknown.ended(new Outcome.Done(), new Usage(1_000_000, 0, 0, 100_000, 0), 0);
        var prices = MODELS.find("gpt-4o").orElseThrow().prices().orElseThrow();

        assertThat(statistics.snapshot().costDollars()).isEqualTo(prices.input() + prices.output() / 10);
        assertThat(statistics.snapshot().models().get("nobody").costDollars()).isZero();
    }

    @Test
    void answersAreCountedByStatus() {
        var fine = admit("completions", true);
        fine.began(200, Headers.NONE);
        end(fine, new Outcome.Done(), 1);
        var busy = begin("completions", "m", true);
        busy.began(529, Headers.NONE);
        busy.ended(failed(Category.OVERLOADED), Usage.ofPrompt(0), 0);
        end(admit("completions", true), new Outcome.Cancelled(), 0);

        assertThat(statistics.snapshot().endpoints().get("trial/completions").statuses())
                .isEqualTo(Map.of(200, 1L, 529, 1L, 0, 1L));
    }

    @Test
    void aResetBeginsAnewWithWhatIsActive() {
        end(admit("completions", true), new Outcome.Done(), 5);
        end(admit("messages", false), failed(Category.TIMEOUT), 5);
        var open = admit("completions", true);
        open.faulted("crlf");
        clock.advance(Duration.ofSeconds(9));
        statistics.reset();
        var before = statistics.snapshot();

        assertThat(before.totalRequests()).isEqualTo(1);
        assertThat(before.activeRequests()).isEqualTo(1);
        assertThat(before.streamingRequests()).isEqualTo(1);
        assertThat(before.modelRequests()).isEqualTo(Map.of("m", 1L));
        assertThat(before.errors()).isEmpty();
        assertThat(before.faults()).isEmpty();
        assertThat(before.maxLatencyMs()).isEmpty();
        assertThat(before.totalTokens()).isZero();
        assertThat(before.uptimeSecs()).isEqualTo(9);
        assertThat(before.countedSecs()).isZero();

        end(open, new Outcome.Done(), 3);
        var after = statistics.snapshot();
        assertThat(after.totalRequests()).isEqualTo(1);
        assertThat(after.completedRequests()).isEqualTo(1);
        assertThat(after.completionTokens()).isEqualTo(3);
        assertThat(after.minLatencyMs()).hasValue(9_000);
        assertThat(after.latencyMs().p50()).hasValue(9_000);
        assertThat(after.endpoints().keySet()).containsExactly("trial/completions");
        assertThat(statistics.totals().all().requests()).isEqualTo(3);
        assertThat(statistics.totals().faults()).isEqualTo(Map.of("crlf", 1L));
    }

    @Test
    void aResetForgetsHowLateWritesWere() {
        admit("completions", true).wrote(0, 900 * MILLI, 1);
        assertThat(statistics.snapshot().timing()).isEqualTo("degraded");

        statistics.reset();

        assertThat(statistics.snapshot().timing()).isEqualTo("ok");
        assertThat(statistics.totals().scheduleLag().number()).isEqualTo(1);
    }

    @Test
    void aMillionModelsAreBounded() {
        var huge = "m".repeat(10_000_000);
        for (var i = 0; i < 1_000_000; i++) {
            var trace = begin("completions", i % 100_000 == 0 ? huge : "model-" + i, true);
            trace.admitted();
            trace.ended(new Outcome.Done(), Usage.ofPrompt(1), 0);
        }
        var now = statistics.snapshot();

        assertThat(now.models()).hasSizeLessThanOrEqualTo(Rows.MOST + 1);
        assertThat(now.models().keySet()).allMatch(name -> name.length() < 200);
        assertThat(now.totalRequests()).isEqualTo(1_000_000);
        assertThat(now.completionsRequests()).isEqualTo(1_000_000);
        assertThat(now.modelRequests().values().stream().mapToLong(each -> each).sum())
                .isEqualTo(1_000_000);
        assertThat(now.modelRequests().get(Rows.OTHER)).isGreaterThan(998_000);
    }

    private ExchangeTrace admit(String kind, boolean streaming) {
        var trace = begin(kind, "m", streaming);
        trace.admitted();
        return trace;
    }

    private void end(ExchangeTrace trace, Outcome outcome, long tokens) {
        trace.ended(outcome, Usage.ofPrompt(10).withCompletion(tokens, 0), clock.nanoTime());
    }

    private void refuse(String kind, Category category) {
        begin(kind, "m", false).ended(failed(category), Usage.ofPrompt(0), clock.nanoTime());
    }

    private ExchangeTrace begin(String kind, String model, boolean streaming) {
        var provider = kind.isEmpty() ? "" : "trial";
        var exchange = new Exchange("r", provider, kind, model, streaming, Caller.ANONYMOUS, clock.nanoTime());
        return statistics.begin(exchange, call(), Optional.empty());
    }

    private static Call call() {
        return new Call(
                "r",
                Call.Method.POST,
                "/",
                Map.of(),
                Map.of(),
                Headers.NONE,
                Body.EMPTY,
                Caller.ANONYMOUS,
                0,
                Instant.EPOCH);
    }

    private static Outcome failed(Category category) {
        return new Outcome.Failed(Problem.Stated.of(category, ""));
    }
}

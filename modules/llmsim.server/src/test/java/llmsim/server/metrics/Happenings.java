package llmsim.server.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import llmsim.engine.stats.Statistics;
import llmsim.engine.stats.Totals;

/** Makes totals in the way a server does: by telling statistics what happens. */
final class Happenings {
    private static final long MILLI = 1_000_000;

    /**
     * A request.
     *
     * @param end 0 done, 1 failed, 2 cancelled, 3 broken, 4 defect, 5 still under way
     */
    record Request(
            String provider, String kind, String model, String fault, int status, int end, int tokens, int millis) {}

    private final VirtualClock clock = VirtualClock.manual();
    private final Statistics statistics = new Statistics(clock, Catalogue::standard);

    static Totals totals(List<Request> requests) {
        var happenings = new Happenings();
        requests.forEach(happenings::happen);
        return happenings.statistics.totals();
    }

    /** Something of every kind that is counted. */
    static Totals ofEveryKind() {
        var happenings = new Happenings();
        for (var end = 0; end <= 5; end++) {
            happenings.happen(new Request("openai", "completions", "gpt-5", "reset", 200, end, 3, 20));
        }
        var limited =
                new Problem.RateLimited("gpt-5", Quantity.TOKENS, Period.MINUTE, 10, 10, 5, Duration.ofSeconds(1));
        happenings
                .begin(new Request("openai", "completions", "gpt-5", "", 429, 1, 0, 0), 0)
                .ended(new Outcome.Failed(limited), Usage.ofPrompt(0), 0);
        return happenings.statistics.totals();
    }

    private void happen(Request request) {
        var arrived = clock.nanoTime();
        var trace = begin(request, arrived);
        trace.admitted();
        if (!request.fault().isEmpty()) {
            trace.faulted(request.fault());
        }
        var at = arrived;
        for (var i = 0; i < request.tokens(); i++) {
            at += request.millis() * MILLI;
            trace.wrote(at - i * MILLI, at, 1);
        }
        end(request, trace, at + MILLI);
    }

    private ExchangeTrace begin(Request request, long arrived) {
        var exchange = new Exchange(
                "id", request.provider(), request.kind(), request.model(), true, Caller.ANONYMOUS, arrived);
        var call = new Call(
                "id",
                Call.Method.POST,
                "/",
                Map.of(),
                Map.of(),
                Headers.NONE,
                Body.EMPTY,
                Caller.ANONYMOUS,
                arrived,
                Instant.EPOCH);
        return statistics.begin(exchange, call, Optional.empty());
    }

    private static void end(Request request, ExchangeTrace trace, long at) {
        if (request.status() != 0) {
            trace.began(request.status(), Headers.NONE);
        }
        var usage = Usage.ofPrompt(7).withCompletion(request.tokens(), 0);
        switch (request.end()) {
            case 0 -> trace.ended(new Outcome.Done(), usage, at);
            case 1 -> trace.ended(new Outcome.Failed(Problem.Stated.of(Category.OVERLOADED, "")), usage, at);
            case 2 -> trace.ended(new Outcome.Cancelled(), usage, at);
            case 3 -> trace.ended(new Outcome.Broken("reset"), usage, at);
            case 4 -> trace.ended(new Outcome.Defect(), usage, at);
            default -> {}
        }
    }
}

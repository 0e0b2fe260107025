import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Caller;
import llmsim.api.exchange.Headers;
import llmsim.api.problem.Period;
import llmsim.api.problem.Quantity;
import llmsim.api.prompt.SimRequest;
import llmsim.api.reply.Usage;
import llmsim.engine.clock.SystemClock;
import llmsim.engine.configuration.LimitSettings;
import llmsim.engine.configuration.RateLimit;
import llmsim.engine.fault.ErrorPlan;
import llmsim.engine.gate.Admission;
import llmsim.engine.gate.Gate;
import llmsim.engine.gate.Verdict;
import llmsim.engine.limit.LimitGates;
import llmsim.engine.random.Randomness;
import llmsim.engine.random.RunSeed;

/**
 * Measures what rate limits cost a request (gate, settling, and what headers tell), and what a million keys hold in memory.
 *
 * <p>After {@code ./mvnw -pl modules/llmsim.engine -am compile}: {@code java -cp CLASSES benchmarks/RateLimits.java}, where
 * CLASSES are the {@code target/classes} of llmsim.api and llmsim.engine, and Jackson's jars.
 */
final class RateLimits {
    private static final int ROUND = 2_000_000;
    private static final SimRequest REQUEST = SimRequest.of("gpt-5", "Hi");
    private static final ProviderFacts FACTS = new ProviderFacts("/v1", "req_", List.of(), List.of(), false);

    private static final Randomness RANDOMNESS = new Randomness(RunSeed.of(OptionalLong.of(1)));

    private RateLimits() {}

    public static void main(String[] args) throws Exception {
        try (var clock = SystemClock.start()) {
            // Above what time can be counted in nanoseconds for, so with numbers of any size.
            var ample = LimitSettings.of(List.of(
                    new RateLimit(Quantity.REQUESTS, Period.MINUTE, 9_000_000_000L),
                    new RateLimit(Quantity.REQUESTS, Period.DAY, 9_000_000_000L),
                    new RateLimit(Quantity.TOKENS, Period.MINUTE, 9_000_000_000L)));
            var usual = LimitSettings.of(List.of(
                    new RateLimit(Quantity.REQUESTS, Period.MINUTE, 600_000_000),
                    new RateLimit(Quantity.TOKENS, Period.MINUTE, 6_000_000_000L)));
            for (var settings : List.of(usual, ample)) {
                measure("one key", settings, clock, 1, _ -> "key");
                measure("a thousand keys", settings, clock, 1, i -> "key" + i % 1_000);
                measure("one key, two threads", settings, clock, 2, _ -> "key");
            }
            memory(ample, clock);
        }
    }

    private static void measure(
            String what, LimitSettings settings, SystemClock clock, int threads, IntFunction<String> keys) throws Exception {
        var gate = LimitGates.of(settings, clock, 100).gates().getFirst();
        var admissions = new Admission[1_000];
        for (var i = 0; i < admissions.length; i++) {
            admissions[i] = admission(keys.apply(i));
        }
        for (var trial = 0; trial < 3; trial++) {
            var start = cpuNanos();
            try (var pool = Executors.newFixedThreadPool(threads)) {
                var all = new ArrayList<Future<?>>();
                for (var t = 0; t < threads; t++) {
                    all.add(pool.submit(() -> round(gate, admissions)));
                }
                for (var one : all) {
                    one.get();
                }
            }
            System.out.printf("%-22s %6d ns of CPU a request%n", what, (cpuNanos() - start) / ROUND / threads);
        }
    }

    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static void round(Gate gate, Admission[] admissions) {
        var used = Usage.ofPrompt(10).withCompletion(50, 0);
        for (var i = 0; i < ROUND; i++) {
            var admission = admissions[i % admissions.length];
            if (gate.check(admission) instanceof Verdict.Pass(var lease)) {
                gate.limits(admission.call().caller(), "gpt-5", 1);
                lease.settle(used);
            }
        }
    }

    private static void memory(LimitSettings settings, SystemClock clock) {
        var gate = LimitGates.of(settings, clock, 100).gates().getFirst();
        var before = heap();
        for (var i = 0; i < 1_000_000; i++) {
            if (gate.check(admission("key" + i)) instanceof Verdict.Pass(var lease)) {
                lease.settle(Usage.ofPrompt(10));
            }
            if (i == 99_999 || i == 999_999) {
                System.out.printf("%,d keys: %.1f MB%n", i + 1, (heap() - before) / 1e6);
            }
        }
        System.out.println(gate.limits(new Caller("key5", "", Map.of()), "gpt-5", 1));
    }

    private static long heap() {
        for (var i = 0; i < 4; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static Admission admission(String key) {
        var call = new Call(
                "req_1",
                Call.Method.POST,
                "/x",
                Map.of(),
                Map.of(),
                Headers.NONE,
                Body.EMPTY,
                new Caller(key, "", Map.of()),
                0,
                Instant.EPOCH);
        return new Admission(
                call, FACTS, "gpt-5", Optional.empty(), true, Optional.of(REQUEST), 10, Optional.empty(), 1,
                ErrorPlan.NONE, RANDOMNESS.pending(call, Optional.of(REQUEST), OptionalLong.empty()));
    }
}

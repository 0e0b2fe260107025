package llmsim.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import llmsim.api.problem.Period;
import llmsim.api.problem.Quantity;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.configuration.LimitSettings;
import llmsim.engine.configuration.RateLimit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Limits under any interleaving of threads. */
class ConcurrentLimitsTest {
    private static final int THREADS = 8;

    private final VirtualClock clock = VirtualClock.manual();

    /** Of both buckets the same number of requests got something, and each moment as many as there was. */
    @Property(tries = 20)
    void asManyAreAdmittedAsThereIs(@ForAll long seed) throws Exception {
        var random = new SplittableRandom(seed);
        var requests = random.nextInt(1, 200);
        var tokens = random.nextInt(1, 200);
        var time = VirtualClock.manual();
        var limiter = Limiter.of(
                LimitSettings.of(List.of(
                        new RateLimit(Quantity.REQUESTS, Period.MINUTE, requests),
                        new RateLimit(Quantity.TOKENS, Period.MINUTE, tokens))),
                time,
                100);
        var all = Math.min(requests, tokens);

        assertThat(admitted(limiter, random.split(), false)).isEqualTo(all);
        var told = limiter.limits(Asking.caller("k"), "m", 1).windows();
        assertThat(told.get(Quantity.REQUESTS).remaining()).isEqualTo(requests - all);
        assertThat(told.get(Quantity.TOKENS).remaining()).isEqualTo(tokens - all);
        time.advance(Duration.ofMinutes(1));
        assertThat(admitted(limiter, random.split(), false)).isEqualTo(all);
    }

    /** Whatever is reserved and settled in whatever order, in the end what is taken is what was used. */
    @Property(tries = 20)
    void whatIsSettledIsWhatWasUsed(@ForAll long seed) throws Exception {
        var limit = 1_000_000;
        var limiter = Limiter.of(
                LimitSettings.of(List.of(new RateLimit(Quantity.TOKENS, Period.DAY, limit))),
                VirtualClock.manual(),
                100);
        var used = admitted(limiter, new SplittableRandom(seed), true);

        assertThat(limiter.limits(Asking.caller("k"), "m", 1)
                        .windows()
                        .get(Quantity.TOKENS)
                        .remaining())
                .isEqualTo(limit - used);
    }

    /** Keys that fight for a few places never get more than their limit. */
    @Test
    void aTableThatIsTooSmallAdmitsNobodyTooMuch() throws Exception {
        var pools = new Pools(3);
        var families = Families.same(List.of(new RateLimit(Quantity.REQUESTS, Period.MINUTE, 5)));
        var layer = new Layer(LimitSettings.USUAL_SCOPE, families, pools);
        var limiter = new Limiter(List.of(layer), clock, 100);
        var asking = new Asking(limiter);
        var perKey = new int[40];

        together(number -> {
            for (var i = 0; i < 2_000; i++) {
                var key = (i * 7 + number) % perKey.length;
                if (asking.ask("key" + key, "m", 1, 1).admitted()) {
                    synchronized (perKey) {
                        perKey[key]++;
                    }
                }
            }
            return 0L;
        });
        assertThat(Arrays.stream(perKey).max()).hasValue(5);
        assertThat(pools.size()).isEqualTo(3);
        clock.advance(Duration.ofMinutes(1));
        assertThat(asking.ask("another", "m", 1, 1).admitted()).isTrue();
    }

    private static long admitted(Limiter limiter, SplittableRandom random, boolean settling) throws Exception {
        var asking = new Asking(limiter);
        var seeds = random.nextLong();
        return together(number -> {
            var own = new SplittableRandom(seeds + number);
            var sum = 0L;
            var open = new ArrayList<Asking.Answer>();
            for (var i = 0; i < 100; i++) {
                var answer = asking.ask("k", "m", settling ? 10 : 0, settling ? 100 : 1);
                sum += answer.admitted() && !settling ? 1 : 0;
                if (answer.admitted() && settling) {
                    open.add(answer);
                }
                while (settling && !open.isEmpty() && (i == 99 || own.nextBoolean())) {
                    var used = own.nextInt(101);
                    open.remove(own.nextInt(open.size())).settle(10, used);
                    sum += 10 + used;
                }
            }
            return sum;
        });
    }

    @FunctionalInterface
    private interface Work {
        long of(int number) throws Exception;
    }

    private static long together(Work work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var jobs = new ArrayList<Callable<Long>>();
            for (var i = 0; i < THREADS; i++) {
                var number = i;
                jobs.add(() -> work.of(number));
            }
            var sum = 0L;
            for (Future<Long> done : threads.invokeAll(jobs)) {
                sum += done.get();
            }
            return sum;
        }
    }
}

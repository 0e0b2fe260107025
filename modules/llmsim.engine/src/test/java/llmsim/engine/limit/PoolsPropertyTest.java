package llmsim.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import llmsim.api.problem.Period;
import llmsim.api.problem.Quantity;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.configuration.LimitSettings;
import llmsim.engine.configuration.RateLimit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A bounded table loses nothing: no key ever gets more than its limit, and one that has room gets what it has. */
class PoolsPropertyTest {
    private static final int LIMIT = 6;
    private static final long PERIOD = Duration.ofMinutes(1).toNanos();

    record Step(int key, long nanos, int tokens, boolean settles) {}

    private record Taken(long at, long tokens) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.longs().between(0, 8_000_000_000L),
                        Arbitraries.integers().between(1, LIMIT),
                        Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(80);
    }

    @Property(tries = 1_000)
    void nobodyGetsMoreThanItsLimit(@ForAll("steps") List<Step> steps) {
        var clock = VirtualClock.manual();
        var pools = new Pools(2);
        var families = Families.same(List.of(new RateLimit(Quantity.OUTPUT_TOKENS, Period.MINUTE, LIMIT)));
        var layer = new Layer(LimitSettings.USUAL_SCOPE, families, pools);
        var asking = new Asking(new Limiter(List.of(layer), clock, 100));
        var taken = new HashMap<Integer, List<Taken>>();
        for (var step : steps) {
            clock.advance(Duration.ofNanos(step.nanos()));
            var answer = asking.ask("key" + step.key(), "m", 1, step.tokens());
            if (answer.admitted()) {
                var used = step.settles() ? step.tokens() / 2 : step.tokens();
                answer.settle(1, used);
                taken.computeIfAbsent(step.key(), _ -> new ArrayList<>()).add(new Taken(clock.nanoTime(), used));
            }
            assertThat(pools.size()).isLessThanOrEqualTo(2);
        }
        taken.values().forEach(PoolsPropertyTest::bound);
    }

    private static void bound(List<Taken> all) {
        for (var from = 0; from < all.size(); from++) {
            var sum = 0L;
            for (var to = from; to < all.size(); to++) {
                sum += all.get(to).tokens();
                var span = all.get(to).at() - all.get(from).at();
                assertThat(BigInteger.valueOf(sum).multiply(BigInteger.valueOf(PERIOD)))
                        .isLessThanOrEqualTo(BigInteger.valueOf(LIMIT)
                                .multiply(BigInteger.valueOf(PERIOD).add(BigInteger.valueOf(span))));
            }
        }
    }

    /** With a place for everybody the table is as if there were one bucket for each. */
    @Property(tries = 200)
    void withRoomForAllEachHasItsOwn(@ForAll("steps") List<Step> steps) {
        var clock = VirtualClock.manual();
        var limits = List.of(new RateLimit(Quantity.OUTPUT_TOKENS, Period.MINUTE, LIMIT));
        var table = new Asking(Limiter.of(LimitSettings.of(limits), clock, 100));
        Map<Integer, Bucket> own = new HashMap<>();
        for (var step : steps) {
            clock.advance(Duration.ofNanos(step.nanos()));
            var bucket = own.computeIfAbsent(step.key(), _ -> new Bucket(Scale.of(limits.getFirst())));
            var units = bucket.scale().units(step.tokens(), LIMIT);
            var has = bucket.has(units, clock.nanoTime());

            assertThat(table.ask("key" + step.key(), "m", 1, step.tokens()).admitted())
                    .isEqualTo(has);
            if (has) {
                bucket.take(units, clock.nanoTime());
            }
        }
    }
}

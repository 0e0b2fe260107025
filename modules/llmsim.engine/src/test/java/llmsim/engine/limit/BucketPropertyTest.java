package llmsim.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import llmsim.api.problem.Period;
import llmsim.api.problem.Quantity;
import llmsim.engine.configuration.RateLimit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What may be taken of a bucket, and what is left of it, whatever comes and in whatever order it is settled. */
class BucketPropertyTest {
    /**
     * Something that happens some time after the last thing.
     *
     * @param kind 0 and 1 ask, 2 settles one of those that are open, 3 does nothing
     * @param share of the limit that is asked for, of the reservation that is used, in thousandths
     * @param which of the open ones
     */
    record Step(long nanos, int kind, int share, int which) {}

    private static final class Admitted {
        final long at;
        final long asked;
        long counted;
        Bucket.Reserved reserved;

        Admitted(long at, long asked) {
            this.at = at;
            this.asked = asked;
            this.counted = asked;
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var nanos = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(0L)),
                Tuple.of(3, Arbitraries.longs().between(0, 1_000)),
                Tuple.of(5, Arbitraries.longs().between(0, 20_000_000_000L)),
                Tuple.of(1, Arbitraries.longs().between(0, 100_000_000_000L)));
        return Combinators.combine(
                        nanos,
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.integers().between(0, 100))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<Long> limits() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.longs().between(1, 20)),
                Tuple.of(2, Arbitraries.of(500L, 30_000L, 2_000_000L, 180_000_000L)),
                Tuple.of(2, Arbitraries.longs().between(1, 1_000_000_000L)));
    }

    @Property(tries = 3_000)
    void itIsAsIfEachHadTakenWhatItUsed(@ForAll("steps") List<Step> steps, @ForAll("limits") long limit) {
        var scale = Scale.of(new RateLimit(Quantity.TOKENS, Period.MINUTE, limit));
        var bucket = new Bucket(scale);
        var admitted = new ArrayList<Admitted>();
        var open = new ArrayList<Admitted>();
        var now = 0L;
        for (var step : steps) {
            now += step.nanos();
            if (step.kind() < 2) {
                ask(bucket, step, now).ifPresent(one -> {
                    admitted.add(one);
                    open.add(one);
                });
            } else if (step.kind() == 2 && !open.isEmpty()) {
                var one = open.remove(step.which() % open.size());
                one.counted = one.asked * step.share() / 1_000;
                bucket.settle(one.reserved, scale.units(one.counted, limit), now);
            }
            assertThat(bucket.taken(now)).isEqualTo(expected(scale, admitted, now));
            bound(admitted, scale);
        }
    }

    private static Optional<Admitted> ask(Bucket bucket, Step step, long now) {
        var scale = bucket.scale();
        var limit = scale.rate().limit();
        var one = new Admitted(now, Math.max(1, limit * step.share() / 1_000));
        var units = scale.units(one.asked, limit);
        if (!bucket.has(units, now)) {
            var until = bucket.until(units, now);
            assertThat(bucket.has(units, now + until)).isTrue();
            assertThat(bucket.has(units, now + until - 1)).isFalse();
            return Optional.empty();
        }
        one.reserved = bucket.reserve(units, now);
        return Optional.of(one);
    }

    /** From scratch, by the definition. */
    private static long expected(Scale scale, List<Admitted> admitted, long now) {
        var whole = 0L;
        for (var one : admitted) {
            var units = scale.units(one.counted, scale.rate().limit());
            whole = units == 0 ? whole : Math.max(whole, scale.ceilTime(one.at)) + units;
        }
        return Math.max(0, whole - scale.floorTime(now));
    }

    /** In any span from one admission to another: at most the limit and what came back. */
    private static void bound(List<Admitted> admitted, Scale scale) {
        var limit = BigInteger.valueOf(scale.rate().limit());
        var period = BigInteger.valueOf(scale.period());
        var last = admitted.size() - 1;
        var sum = BigInteger.ZERO;
        for (var from = last; from >= 0; from--) {
            sum = sum.add(BigInteger.valueOf(admitted.get(from).counted));
            var span = BigInteger.valueOf(admitted.get(last).at - admitted.get(from).at);
            assertThat(sum.multiply(period))
                    .isLessThanOrEqualTo(limit.multiply(period).add(limit.multiply(span)));
        }
    }

    @Property(tries = 500)
    void whoUsesMoreThanHeReservedTakesItTooButNobodyGetsLess(
            @ForAll("steps") List<Step> steps, @ForAll("limits") long limit) {
        var scale = Scale.of(new RateLimit(Quantity.TOKENS, Period.DAY, limit));
        var bucket = new Bucket(scale);
        var now = 0L;
        var open = new ArrayList<Bucket.Reserved>();
        for (var step : steps) {
            now += step.nanos();
            var units = scale.units(limit * step.share() / 1_000, limit);
            if (step.kind() < 2) {
                open.add(bucket.reserve(units / 10, now));
            } else if (!open.isEmpty()) {
                var before = bucket.taken(now);
                bucket.settle(open.remove(step.which() % open.size()), units + scale.capacity(), now);
                assertThat(bucket.taken(now)).isGreaterThanOrEqualTo(before);
            }
            assertThat(bucket.untilWhole(now) == 0).isEqualTo(bucket.taken(now) == 0);
        }
    }
}

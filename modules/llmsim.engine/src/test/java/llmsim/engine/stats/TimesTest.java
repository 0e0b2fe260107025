package llmsim.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class TimesTest {
    private static final long HOURS = 20_000_000_000_000L;

    @Property(tries = 300)
    void aQuantileIsToldToASeventh(
            @ForAll @NotEmpty List<@LongRange(min = 1_000, max = HOURS / 3) Long> nanos,
            @ForAll @IntRange(min = 1, max = 1_000) int thousandths) {
        var share = thousandths / 1_000.0;
        var exact = nanos.stream().sorted().toList().get((int) Math.ceil(nanos.size() * share) - 1) / 1e6;

        assertThat(times(nanos).quantile(share).orElseThrow()).isBetween(exact - 0.001, exact * 8 / 7 + 0.001);
    }

    @Property(tries = 300)
    void nothingIsLost(@ForAll List<@LongRange(min = -5, max = HOURS) Long> nanos) {
        var times = times(nanos);

        assertThat(times.number()).isEqualTo(nanos.size());
        assertThat(times.sumNanos())
                .isEqualTo(nanos.stream().mapToLong(time -> Math.max(0, time)).sum());
        assertThat(times.greatestNanos())
                .isEqualTo(nanos.stream()
                        .mapToLong(time -> Math.max(0, time))
                        .max()
                        .orElse(0));
        for (var bound : List.of(1_000L, 5_000_000L, 25_000_000L, 1_000_000_000L, 2_500_000_000L, 10_000_000_000L)) {
            assertThat(times.within(bound))
                    .isEqualTo(nanos.stream().filter(time -> time <= bound).count());
        }
    }

    @Property(tries = 200)
    void whatWasThereBeforeCanBeTakenAway(
            @ForAll List<@LongRange(min = 0, max = HOURS) Long> first,
            @ForAll List<@LongRange(min = 0, max = HOURS) Long> then) {
        var all = times(first).plus(times(then));

        assertThat(all.minus(times(first)).number()).isEqualTo(then.size());
        assertThat(all.minus(times(first)).sumNanos()).isEqualTo(times(then).sumNanos());
        assertThat(all.minus(times(first)).within(1_000_000_000))
                .isEqualTo(times(then).within(1_000_000_000));
        assertThat(all)
                .isEqualTo(times(then).plus(times(first)))
                .hasSameHashCodeAs(times(then).plus(times(first)));
    }

    @Test
    void noTimesHaveNoQuantile() {
        assertThat(Times.NONE.quantile(0.5)).isEmpty();
        assertThat(Times.NONE.mean()).isEmpty();
        assertThat(Times.NONE).hasToString("0 times, mean OptionalDouble.empty ms");
        assertThat(times(List.of(2_000_000L)).mean()).hasValue(2);
    }

    @Test
    void severalOfTheSameLengthCountAsMany() {
        var histogram = new Histogram();
        histogram.count(3_000, 4);

        assertThat(histogram.times().number()).isEqualTo(4);
        assertThat(histogram.times().sumNanos()).isEqualTo(12_000);
    }

    private static Times times(List<Long> nanos) {
        var histogram = new Histogram();
        nanos.forEach(histogram::count);
        return histogram.times();
    }
}

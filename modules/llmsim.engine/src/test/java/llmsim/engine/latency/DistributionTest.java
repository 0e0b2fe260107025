package llmsim.engine.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 100,000 draws follow what a distribution says of itself. */
class DistributionTest {
    private static final int DRAWS = 100_000;

    @ParameterizedTest
    @CsvSource({"300, 80", "40, 12", "500, 500", "1, 0"})
    void lognormalByMeanAndDeviation(double mean, double stddev) {
        var sorted = sorted(Lognormal.ofMean(mean, stddev));

        assertThat(mean(sorted)).isCloseTo(mean, withinPercentage(1));
        assertThat(deviation(sorted)).isCloseTo(stddev, withinPercentage(3));
    }

    @ParameterizedTest
    @CsvSource({"300, 0.5", "40, 1"})
    void lognormalByMedianAndSigma(double median, double sigma) {
        var sorted = sorted(new Lognormal(median, sigma));

        assertThat(at(sorted, 0.5)).isCloseTo(median, withinPercentage(1));
        assertThat(at(sorted, 0.8413447)).isCloseTo(median * Math.exp(sigma), withinPercentage(1.5));
        assertThat(at(sorted, 0.1586553)).isCloseTo(median * Math.exp(-sigma), withinPercentage(1.5));
    }

    @ParameterizedTest
    @CsvSource({"300, 900, 2500", "40, 60, 200", "1, 1, 1000"})
    void percentilesAreMet(double p50, double p90, double p99) {
        var sorted = sorted(new Percentiles(p50, p90, p99));

        assertThat(at(sorted, 0.5)).isCloseTo(p50, withinPercentage(2));
        assertThat(share(sorted, p90)).isBetween(0.897, 0.903);
        assertThat(share(sorted, p99)).isBetween(0.9890, 0.9910);
        assertThat(at(sorted, 0.1)).isCloseTo(p50 * p50 / p90, withinPercentage(2));
    }

    @Test
    void theTailOfPercentilesEnds() {
        var sorted = sorted(new Percentiles(300, 900, 2500));

        assertThat(sorted[DRAWS - 1]).isEqualTo(at(sorted, 0.9999)).isCloseTo(5276.4, withinPercentage(0.1));
    }

    @Test
    void equalPercentilesAreOneNumber() {
        assertThat(sorted(new Percentiles(7, 7, 7))).containsOnly(7);
    }

    @Test
    void samplesAreDrawnEquallyOften() {
        var sorted = sorted(Samples.of(List.of(30.0, 10.0, 20.0, 10.0)));

        assertThat(DoubleStream.of(sorted).distinct()).containsExactly(10.0, 20.0, 30.0);
        assertThat(share(sorted, 10)).isBetween(0.495, 0.505);
        assertThat(share(sorted, 20)).isBetween(0.745, 0.755);
    }

    @Test
    void samplesAreValues() {
        assertThat(Samples.of(List.of(1.0, 2.0)))
                .isEqualTo(Samples.of(List.of(1.0, 2.0)))
                .hasSameHashCodeAs(Samples.of(List.of(1.0, 2.0)))
                .isNotEqualTo(Samples.of(List.of(2.0, 1.0)))
                .hasToString("Samples[2]");
    }

    @Test
    void aConstantDrawsNothing() {
        var random = new SplittableRandom(1);

        assertThat(Distribution.constant(1.5).sample(random)).isEqualTo(1_500_000);
        assertThat(random.nextLong()).isEqualTo(new SplittableRandom(1).nextLong());
    }

    @Property
    void noDrawIsNegativeNorLongerThanADayNorNoNumber(
            @ForAll @DoubleRange(min = 0.01, max = 86_400_000) double one,
            @ForAll @DoubleRange(max = 86_400_000) double other,
            @ForAll @DoubleRange(max = 10) double sigma,
            @ForAll long seed) {
        var random = new SplittableRandom(seed);
        var low = Math.min(one, Math.max(other, 0.01));
        var high = Math.max(one, other);
        for (var distribution : List.of(
                Lognormal.ofMean(one, Math.min(other, one * 1000)),
                new Lognormal(one, sigma),
                new Percentiles(low, one, high),
                Samples.of(List.of(one, other)))) {
            for (var i = 0; i < 50; i++) {
                assertThat(distribution.draw(random)).isBetween(0.0, Distribution.DAY);
            }
        }
    }

    @Test
    void whatMakesNoSense() {
        assertThatThrownBy(() -> new Percentiles(0, 1, 2)).hasMessage("p50 must be above 0");
        assertThatThrownBy(() -> new Percentiles(3, 2, 4))
                .hasMessage("percentiles must not fall: p50 3.0, p90 2.0, p99 4.0");
        assertThatThrownBy(() -> new Percentiles(1, 2, Double.NaN)).hasMessageStartingWith("p99 must be");
        assertThatThrownBy(() -> new Lognormal(0, 1)).hasMessage("median must be above 0");
        assertThatThrownBy(() -> new Lognormal(1, 11)).hasMessage("sigma must be 0 to 10, not 11.0");
        assertThatThrownBy(() -> new Lognormal(1, Double.NaN)).hasMessageStartingWith("sigma");
        assertThatThrownBy(() -> Lognormal.ofMean(0, 1)).hasMessage("mean must be above 0");
        assertThatThrownBy(() -> Lognormal.ofMean(1, -1)).hasMessageStartingWith("stddev");
        assertThatThrownBy(() -> Samples.of(List.of())).hasMessage("samples must be 1 to 1000000 values, not 0");
        assertThatThrownBy(() -> Samples.of(List.of(-1.0))).hasMessageStartingWith("sample must be");
    }

    private static double[] sorted(Distribution distribution) {
        var random = new SplittableRandom(42);
        var draws = DoubleStream.generate(() -> distribution.draw(random))
                .limit(DRAWS)
                .toArray();
        Arrays.sort(draws);
        return draws;
    }

    private static double at(double[] sorted, double quantile) {
        return sorted[(int) (quantile * DRAWS)];
    }

    /** The share of draws up to this value. */
    private static double share(double[] sorted, double most) {
        return (double) DoubleStream.of(sorted).filter(each -> each <= most).count() / DRAWS;
    }

    private static double mean(double[] draws) {
        return DoubleStream.of(draws).average().orElseThrow();
    }

    private static double deviation(double[] draws) {
        var mean = mean(draws);
        return Math.sqrt(DoubleStream.of(draws)
                .map(each -> (each - mean) * (each - mean))
                .average()
                .orElseThrow());
    }
}

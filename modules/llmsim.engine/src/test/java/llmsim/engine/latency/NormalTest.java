package llmsim.engine.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalTest {
    private static final int SAMPLES = 200_000;

    @ParameterizedTest
    @CsvSource({"600, 150", "40, 12", "2000, 500", "15, 5", "10, 2"})
    void samplesFollowMeanAndDeviation(double mean, double stddev) {
        var samples = sample(new Normal(mean, stddev));

        var average = LongStream.of(samples).average().orElseThrow();
        var variance = LongStream.of(samples)
                .mapToDouble(each -> (each - average) * (each - average))
                .average()
                .orElseThrow();
        assertThat(average / 1e6).isCloseTo(mean, withinPercentage(0.3));
        assertThat(Math.sqrt(variance) / 1e6).isCloseTo(stddev, withinPercentage(1));
        assertThat(LongStream.of(samples)
                        .filter(each -> each <= (mean + stddev) * 1e6)
                        .count())
                .isCloseTo(Math.round(SAMPLES * 0.8413), withinPercentage(0.5));
    }

    @Test
    void noSampleIsBelowZero() {
        assertThat(LongStream.of(sample(new Normal(1, 100))).min()).hasValue(0);
    }

    @Test
    void withoutDeviationEachSampleIsTheMean() {
        assertThat(sample(new Normal(1.5, 0))).containsOnly(1_500_000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, 86_400_001})
    void valuesAreFiniteNotNegativeAndNotLongerThanADay(double wrong) {
        assertThatThrownBy(() -> new Normal(wrong, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mean must be 0 to 86400000 ms, not " + wrong);
        assertThatThrownBy(() -> new Normal(0, wrong)).hasMessageStartingWith("stddev must be");
    }

    private static long[] sample(Normal normal) {
        var random = new SplittableRandom(42);
        return LongStream.generate(() -> normal.sample(random)).limit(SAMPLES).toArray();
    }
}

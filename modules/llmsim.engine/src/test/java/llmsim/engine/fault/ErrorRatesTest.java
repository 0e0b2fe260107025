package llmsim.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.prompt.SimRequest;
import llmsim.engine.configuration.ErrorPreset;
import llmsim.engine.configuration.ErrorSettings;
import llmsim.engine.random.Randomness;
import llmsim.engine.random.RunSeed;
import org.junit.jupiter.api.Test;

class ErrorRatesTest {
    private static final int REQUESTS = 100_000;
    private static final ErrorSettings ALL = new ErrorSettings(0.1, 0.2, 0.05, Duration.ofSeconds(1), 0.03, 0.02, 0.04);

    /** The streams of many different requests of one run. */
    private static List<RandomGenerator> streams(long seed) {
        var randomness = new Randomness(RunSeed.of(OptionalLong.of(seed)));
        return IntStream.range(0, REQUESTS)
                .mapToObj(i -> randomness
                        .admit(SimRequest.of("gpt-4o", "question " + i), "")
                        .happening("errors", 0))
                .toList();
    }

    private static Optional<InjectedError> strike(ErrorSettings settings, RandomGenerator random) {
        return new ErrorRates(settings).strike(false, () -> random);
    }

    @Test
    void everyKindComesAsOftenAsItsRateSays() {
        var expected = Map.of(
                "rate_limit", 0.1,
                "server_error", 0.2 * 0.7,
                "unavailable", 0.2 * 0.3,
                "timeout", 0.05,
                "invalid_request", 0.03,
                "auth_error", 0.02,
                "overloaded", 0.04,
                "none", 0.56);
        var counts = new HashMap<String, Integer>();
        streams(7)
                .forEach(random -> counts.merge(
                        strike(ALL, random).map(InjectedError::fault).orElse("none"), 1, Integer::sum));

        assertThat(counts.keySet()).isEqualTo(expected.keySet());
        var chiSquare = 0.0;
        for (var kind : expected.entrySet()) {
            var mean = kind.getValue() * REQUESTS;
            var off = counts.get(kind.getKey()) - mean;
            chiSquare += off * off / mean;
            assertThat(Math.abs(off)).as(kind.getKey()).isLessThan(5 * Math.sqrt(mean * (1 - kind.getValue())));
        }
        // Seven degrees of freedom: one run in ten thousand is above this by chance.
        assertThat(chiSquare).isLessThan(29.9);
    }

    @Test
    void adviceIsDrawnEvenlyFrom1To59Seconds() {
        var advice = streams(8).stream()
                .map(random ->
                        ErrorKind.Named.RATE_LIMIT.error(random, Duration.ZERO).problem())
                .mapToLong(problem -> problem.retryAfter().orElseThrow().toSeconds())
                .summaryStatistics();

        assertThat(advice.getMin()).isEqualTo(1);
        assertThat(advice.getMax()).isEqualTo(59);
        assertThat(advice.getAverage()).isCloseTo(30, within(5 * 17.03 / Math.sqrt(REQUESTS)));
    }

    @Test
    void everyKindIsTheProvidersOwnProblem() {
        var random = streams(9).getFirst();

        assertThat(only(ErrorSettings.NONE.withServerErrorRate(1), List.of(0.69))
                        .problem())
                .isEqualTo(Problem.Stated.of(Category.SERVER_ERROR, ""));
        assertThat(only(ErrorSettings.NONE.withServerErrorRate(1), List.of(0.71))
                        .problem())
                .isEqualTo(new Problem.Stated(Category.UNAVAILABLE, "", Optional.of(Duration.ofSeconds(60))));
        assertThat(strike(ErrorSettings.NONE.withTimeoutRate(1, Duration.ofMillis(5)), random))
                .contains(new InjectedError("timeout", Problem.Stated.of(Category.TIMEOUT, ""), Duration.ofMillis(5)));
        assertThat(problem(ErrorSettings.NONE.withInvalidRequestRate(1))).isEqualTo(Category.INVALID_REQUEST);
        assertThat(problem(ErrorSettings.NONE.withAuthErrorRate(1))).isEqualTo(Category.AUTHENTICATION);
        assertThat(problem(ErrorSettings.NONE.withOverloadedRate(1))).isEqualTo(Category.OVERLOADED);
        assertThat(problem(ErrorSettings.NONE.withRateLimitRate(1))).isEqualTo(Category.RATE_LIMIT);
    }

    private static Category problem(ErrorSettings settings) {
        return strike(settings, new java.util.SplittableRandom(1))
                .orElseThrow()
                .problem()
                .category();
    }

    private static InjectedError only(ErrorSettings settings, List<Double> rolls) {
        var rolling = rolls.iterator();
        return strike(settings, new RandomGenerator() {
                    @Override
                    public double nextDouble() {
                        return rolling.next();
                    }

                    @Override
                    public long nextLong() {
                        throw new AssertionError("one roll a request");
                    }
                })
                .orElseThrow();
    }

    @Test
    void nothingIsDrawnWhereNothingCanFail() {
        assertThat(ErrorPlan.NONE.strike(false, () -> {
                    throw new AssertionError("drawn");
                }))
                .isEmpty();
        assertThat(new ErrorRates(ALL).strike(true, () -> {
                    throw new AssertionError("drawn");
                }))
                .isEmpty();
    }

    @Test
    void presets() {
        assertThat(ErrorPreset.NONE.settings().sum()).isZero();
        assertThat(ErrorPreset.CHAOS.settings())
                .isEqualTo(new ErrorSettings(0.1, 0.05, 0.05, Duration.ofSeconds(5), 0.02, 0.01, 0));
        assertThat(ErrorPreset.RATE_LIMITED.settings()).isEqualTo(ErrorSettings.NONE.withRateLimitRate(0.5));
        assertThat(ErrorSettings.NONE.timeoutAfter()).hasSeconds(30);
    }

    @Test
    void wrongRatesAreRefused() {
        for (var wrong : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY, 1.1}) {
            assertThatThrownBy(() -> ErrorSettings.NONE.withAuthErrorRate(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("an error rate must be from 0 to 1, not " + wrong);
        }
        assertThatThrownBy(() -> ErrorSettings.NONE.withAuthErrorRate(0.7).withRateLimitRate(0.4))
                .hasMessage("the rates must add up to at most 1, not 1.1");
        assertThatThrownBy(() -> ErrorSettings.NONE.withTimeoutRate(0, Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new ErrorSettings(0.1, 0.2, 0.3, Duration.ZERO, 0.1, 0.2, 0.1).sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void aKindIsNamedByAWordOrAStatus() {
        var random = new java.util.SplittableRandom(1);
        assertThat(ErrorKind.of("rate_limit")).contains(ErrorKind.Named.RATE_LIMIT);
        assertThat(ErrorKind.of("rate")).isEmpty();
        assertThat(ErrorKind.of("399")).isEmpty();
        assertThat(ErrorKind.names()).hasSize(ErrorKind.Named.values().length).contains("quota", "overloaded");
        var limited = ErrorKind.of("429").orElseThrow().error(random, Duration.ofSeconds(9));
        assertThat(limited.fault()).isEqualTo("429");
        assertThat(limited.problem().retryAfter()).isPresent();
        assertThat(ErrorKind.of("504")
                        .orElseThrow()
                        .error(random, Duration.ofSeconds(9))
                        .delay())
                .isZero();
        assertThat(ErrorKind.of("529")
                        .orElseThrow()
                        .error(random, Duration.ZERO)
                        .problem())
                .isEqualTo(new Problem.WithStatus(529, "", ""));
        assertThat(ErrorKind.of("502")
                        .orElseThrow()
                        .error(random, Duration.ZERO)
                        .problem())
                .isEqualTo(new Problem.WithStatus(502, "", ""));
    }
}

package llmsim.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import llmsim.api.exchange.LimitState;
import llmsim.api.exchange.LimitState.Window;
import llmsim.api.problem.Period;
import llmsim.api.problem.Problem;
import llmsim.api.problem.Quantity;
import llmsim.api.reply.Usage;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.configuration.LimitScope;
import llmsim.engine.configuration.LimitSettings;
import llmsim.engine.configuration.RateLimit;
import org.junit.jupiter.api.Test;

/** Who is admitted, what it takes, and what is told, rule by rule. */
class LimiterTest {
    private static final RateLimit THREE = new RateLimit(Quantity.REQUESTS, Period.MINUTE, 3);
    private static final RateLimit THOUSAND = new RateLimit(Quantity.TOKENS, Period.MINUTE, 1_000);

    private final VirtualClock clock = VirtualClock.manual();

    @Test
    void aRequestComesBackEvenly() {
        var limiter = limiter(THREE);
        var asking = new Asking(limiter);
        for (var i = 0; i < 3; i++) {
            assertThat(asking.ask("k", "m", 1, 1).admitted()).isTrue();
        }
        assertThat(asking.ask("k", "m", 1, 1).problem())
                .contains(new Problem.RateLimited(
                        "m", Quantity.REQUESTS, Period.MINUTE, 3, 3, 1, Duration.ofSeconds(20)));

        clock.advance(Duration.ofNanos(19_999_999_999L));
        assertThat(asking.ask("k", "m", 1, 1).advice()).isEqualTo(Duration.ofMillis(1));
        clock.advance(Duration.ofNanos(1));
        assertThat(asking.ask("k", "m", 1, 1).admitted()).isTrue();
        assertThat(asking.ask("k", "m", 1, 1).admitted()).isFalse();
        assertThat(told(limiter, "k", "m", Quantity.REQUESTS)).isEqualTo(new Window(3, 0, Duration.ofMinutes(1)));
    }

    @Test
    void tokensAreReservedAndSettledByWhatWasUsed() {
        var limiter = limiter(THOUSAND);
        var asking = new Asking(limiter);
        var first = asking.ask("k", "m", 100, 500);

        assertThat(told(limiter, "k", "m", Quantity.TOKENS)).isEqualTo(new Window(1_000, 400, Duration.ofSeconds(36)));
        assertThat(asking.ask("k", "m", 100, 500).problem())
                .contains(new Problem.RateLimited(
                        "m", Quantity.TOKENS, Period.MINUTE, 1_000, 600, 600, Duration.ofSeconds(12)));
        first.settle(100, 10);
        first.settle(100, 0);
        assertThat(told(limiter, "k", "m", Quantity.TOKENS).remaining()).isEqualTo(890);
        assertThat(asking.ask("k", "m", 100, 500).admitted()).isTrue();
    }

    @Test
    void whatWouldHaveRunOverDoesNotComeBack() {
        var limiter = limiter(THOUSAND);
        var asking = new Asking(limiter);
        var first = asking.ask("k", "m", 0, 1_000);
        clock.advance(Duration.ofSeconds(30));
        assertThat(asking.ask("k", "m", 0, 500).admitted()).isTrue();
        first.settle(0, 10);

        assertThat(told(limiter, "k", "m", Quantity.TOKENS).remaining()).isEqualTo(500);
    }

    @Test
    void aRequestWithoutANumberReservesWhatIsExpectedForEachChoice() {
        var limiter = limiter(THOUSAND);
        assertThat(new Asking(limiter).ask("k", "m", 10, 0, 3).admitted()).isTrue();

        assertThat(told(limiter, "k", "m", Quantity.TOKENS).remaining()).isEqualTo(1_000 - 10 - 3 * 100);
    }

    @Test
    void inputAndOutputAreLimitedApartAndCacheReadsAreNoInput() {
        var limiter = limiter(
                new RateLimit(Quantity.INPUT_TOKENS, Period.MINUTE, 100),
                new RateLimit(Quantity.OUTPUT_TOKENS, Period.MINUTE, 50));
        var asking = new Asking(limiter);
        var answer = asking.ask("k", "m", 80, 40);
        assertThat(asking.ask("k", "m", 1, 11).problem().orElseThrow().message())
                .contains("50 output tokens a minute");

        answer.lease().orElseThrow().settle(new Usage(80, 60, 0, 5, 0));
        assertThat(limiter.limits(Asking.caller("k"), "m", 1))
                .isEqualTo(new LimitState(Map.of(
                        Quantity.INPUT_TOKENS, new Window(100, 80, Duration.ofSeconds(12)),
                        Quantity.OUTPUT_TOKENS, new Window(50, 45, Duration.ofSeconds(6)))));
    }

    @Test
    void whoIsRefusedByOneTakesNothingOfAnother() {
        var limiter = limiter(THREE, THOUSAND);
        var asking = new Asking(limiter);
        assertThat(asking.ask("k", "m", 600, 100).admitted()).isTrue();
        for (var i = 0; i < 10; i++) {
            assertThat(asking.ask("k", "m", 600, 100).admitted()).isFalse();
        }

        assertThat(told(limiter, "k", "m", Quantity.REQUESTS).remaining()).isEqualTo(2);
        assertThat(told(limiter, "k", "m", Quantity.TOKENS).remaining()).isEqualTo(300);
    }

    @Test
    void theOneThatLastsLongestIsTold() {
        var asking = new Asking(limiter(THREE, new RateLimit(Quantity.REQUESTS, Period.DAY, 3)));
        for (var i = 0; i < 3; i++) {
            asking.ask("k", "m", 1, 1);
        }

        assertThat(asking.ask("k", "m", 1, 1).advice()).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void aRequestLargerThanTheLimitIsNeverAdmitted() {
        var limiter = limiter(THREE, THOUSAND);
        var asking = new Asking(limiter);
        var problem = asking.ask("k", "m", 1, 1_000).problem().orElseThrow();

        assertThat(problem)
                .isEqualTo(
                        new Problem.RateLimited("m", Quantity.TOKENS, Period.MINUTE, 1_000, 0, 1_001, Duration.ZERO));
        assertThat(problem.retryAfter()).isEmpty();
        assertThat(asking.ask("k", "m", 1, Long.MAX_VALUE).admitted()).isFalse();
        assertThat(told(limiter, "k", "m", Quantity.REQUESTS).remaining()).isEqualTo(3);
    }

    @Test
    void whoUsesMoreThanHeReservedHoldsOffTheNext() {
        var limiter = limiter(THOUSAND);
        var asking = new Asking(limiter);
        asking.ask("k", "m", 0, 900).settle(0, 1_500);

        assertThat(told(limiter, "k", "m", Quantity.TOKENS)).isEqualTo(new Window(1_000, 0, Duration.ofSeconds(90)));
        assertThat(asking.ask("k", "m", 0, 100).advice()).isEqualTo(Duration.ofSeconds(36));
    }

    @Test
    void ownersAreWhatTheScopeSays() {
        assertThat(admitted(Set.of(LimitScope.KEY, LimitScope.MODEL))).containsExactly(true, true, true, false);
        assertThat(admitted(Set.of(LimitScope.KEY))).containsExactly(true, false, true, false);
        assertThat(admitted(Set.of(LimitScope.MODEL))).containsExactly(true, true, false, false);
        assertThat(admitted(Set.of())).containsExactly(true, false, false, false);
    }

    private List<Boolean> admitted(Set<LimitScope> per) {
        var one = new RateLimit(Quantity.REQUESTS, Period.MINUTE, 1);
        var asking = new Asking(
                limiter(new LimitSettings(List.of(), per, List.of(one), Map.of(), List.of(), OptionalDouble.empty())));
        return List.of(
                asking.ask("a", "m", 1, 1).admitted(),
                asking.ask("a", "n", 1, 1).admitted(),
                asking.ask("b", "m", 1, 1).admitted(),
                asking.ask("a", "m", 1, 1).admitted());
    }

    @Test
    void allTogetherHaveLimitsBesideTheOthers() {
        var settings = new LimitSettings(
                List.of(), LimitSettings.USUAL_SCOPE, List.of(THREE), Map.of(), List.of(THREE), OptionalDouble.empty());
        var limiter = limiter(settings);
        var asking = new Asking(limiter);
        asking.ask("a", "m", 1, 1);
        asking.ask("b", "m", 1, 1);

        assertThat(told(limiter, "a", "m", Quantity.REQUESTS).remaining()).isEqualTo(1);
        assertThat(told(limiter, "a", "", Quantity.REQUESTS).remaining()).isEqualTo(1);
        assertThat(asking.ask("c", "m", 1, 1).admitted()).isTrue();
        assertThat(asking.ask("d", "m", 1, 1).admitted()).isFalse();
        assertThat(told(limiter, "d", "m", Quantity.REQUESTS).remaining()).isZero();
        clock.advance(Duration.ofSeconds(20));
        assertThat(asking.ask("d", "m", 1, 1).admitted()).isTrue();
    }

    @Test
    void aCallWithoutAModelIsNotLimitedAndToldOnlyOfWhatHangsOnNone() {
        var limiter = limiter(THREE);
        var asking = new Asking(limiter);
        for (var i = 0; i < 10; i++) {
            assertThat(asking.query("k", "", 0).admitted()).isTrue();
        }

        assertThat(limiter.limits(Asking.caller("k"), "", 1)).isEqualTo(LimitState.NONE);
        assertThat(told(
                        limiter(new LimitSettings(
                                List.of(),
                                Set.of(LimitScope.KEY),
                                List.of(THREE),
                                Map.of(),
                                List.of(),
                                OptionalDouble.empty())),
                        "k",
                        "",
                        Quantity.REQUESTS))
                .isEqualTo(new Window(3, 3, Duration.ZERO));
    }

    @Test
    void aQueryOfAModelTakesItsPrompt() {
        var limiter = limiter(THREE, THOUSAND);
        new Asking(limiter).query("k", "m", 12);

        assertThat(told(limiter, "k", "m", Quantity.TOKENS).remaining()).isEqualTo(988);
        assertThat(told(limiter, "k", "m", Quantity.REQUESTS).remaining()).isEqualTo(2);
    }

    @Test
    void aShareOfTheLimitsMakesEverythingCountMore() {
        var limiter = limiter(THOUSAND);
        var asking = new Asking(limiter);
        asking.ask("k", "m", 0, 200);
        var lesser = asking.at(0.5);

        assertThat(told(limiter, 0.5)).isEqualTo(new Window(500, 400, Duration.ofSeconds(12)));
        assertThat(lesser.ask("k", "m", 0, 501).problem().orElseThrow().retryAfter())
                .isEmpty();
        var half = lesser.ask("k", "m", 0, 400);
        assertThat(half.admitted()).isTrue();
        assertThat(told(limiter, "k", "m", Quantity.TOKENS).remaining()).isZero();
        half.settle(0, 0);
        assertThat(told(limiter, "k", "m", Quantity.TOKENS).remaining()).isEqualTo(800);
        assertThat(told(limiter, 0).limit()).isEqualTo(1);
    }

    private static Window told(Limiter limiter, double share) {
        return limiter.limits(Asking.caller("k"), "m", share).windows().get(Quantity.TOKENS);
    }

    @Test
    void ofTwoLimitsTheOneIsToldThatIsWholeLastUnlessTheOtherIsEmpty() {
        var limiter = limiter(
                new RateLimit(Quantity.REQUESTS, Period.MINUTE, 500),
                new RateLimit(Quantity.REQUESTS, Period.DAY, 10_000));
        var asking = new Asking(limiter);

        assertThat(told(limiter, "k", "m", Quantity.REQUESTS)).isEqualTo(new Window(10_000, 10_000, Duration.ZERO));
        asking.ask("k", "m", 1, 1);
        assertThat(told(limiter, "k", "m", Quantity.REQUESTS))
                .isEqualTo(new Window(10_000, 9_999, Duration.ofMillis(8_640)));
        for (var i = 1; i < 500; i++) {
            asking.ask("k", "m", 1, 1);
        }
        assertThat(told(limiter, "k", "m", Quantity.REQUESTS)).isEqualTo(new Window(500, 0, Duration.ofMinutes(1)));
    }

    private Limiter limiter(RateLimit... limits) {
        return limiter(LimitSettings.of(List.of(limits)));
    }

    private Limiter limiter(LimitSettings settings) {
        return Limiter.of(settings, clock, 100);
    }

    private static Window told(Limiter limiter, String key, String model, Quantity quantity) {
        return limiter.limits(Asking.caller(key), model, 1).windows().get(quantity);
    }
}

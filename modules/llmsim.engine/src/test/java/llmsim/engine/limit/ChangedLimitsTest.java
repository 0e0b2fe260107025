package llmsim.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import llmsim.api.problem.Period;
import llmsim.api.problem.Quantity;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.configuration.LimitSettings;
import llmsim.engine.configuration.RateLimit;
import org.junit.jupiter.api.Test;

/** Limits that change while requests are counted. */
class ChangedLimitsTest {
    private final VirtualClock clock = VirtualClock.manual();
    private final LimitGates twoAMinute = of(2, OptionalDouble.of(1));

    @Test
    void whatWasTakenStaysWhereTheRatesStay() {
        assertThat(asks(twoAMinute, 2)).isTrue();

        var others = twoAMinute.become(settings(2, OptionalDouble.empty()), clock, 500);

        assertThat(asks(others, 1)).isFalse();
    }

    @Test
    void otherRatesBeginWithNothingTaken() {
        assertThat(asks(twoAMinute, 2)).isTrue();

        var others = twoAMinute.become(settings(3, OptionalDouble.of(1)), clock, 100);

        assertThat(asks(others, 3)).isTrue();
        assertThat(asks(others, 1)).isFalse();
    }

    @Test
    void whatWasSpentStaysUnderAnotherCap() {
        new Asking(twoAMinute.spending().orElseThrow()).ask("k", "priced", 0, 0).settle(0, 50_000);

        var higher = twoAMinute.become(settings(2, OptionalDouble.of(2)), clock, 100);
        var lower = higher.become(settings(2, OptionalDouble.of(0.4)), clock, 100);

        assertThat(new Asking(higher.spending().orElseThrow())
                        .ask("k", "priced", 0, 0)
                        .admitted())
                .isTrue();
        assertThat(new Asking(lower.spending().orElseThrow())
                        .ask("k", "priced", 0, 0)
                        .admitted())
                .isFalse();
    }

    private static boolean asks(LimitGates gates, int times) {
        var asking = new Asking(gates.limiter());
        var admitted = true;
        for (var i = 0; i < times; i++) {
            admitted &= asking.ask("k", "m", 1, 1).admitted();
        }
        return admitted;
    }

    private LimitGates of(long requests, OptionalDouble spend) {
        return LimitGates.of(settings(requests, spend), clock, 100);
    }

    private static LimitSettings settings(long requests, OptionalDouble spend) {
        return new LimitSettings(
                List.of(),
                LimitSettings.USUAL_SCOPE,
                List.of(new RateLimit(Quantity.REQUESTS, Period.MINUTE, requests)),
                Map.of(),
                List.of(),
                spend);
    }
}

package llmsim.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import llmsim.api.exchange.LimitState.Window;
import llmsim.api.problem.Period;
import llmsim.api.problem.Quantity;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.configuration.LimitSettings;
import llmsim.engine.configuration.RateLimit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Rule L20: calls for which different shares of a limit are there take of the same bucket, and nothing is lost. */
class SharesPropertyTest {
    private static final long LIMIT = 1_000;
    private static final double[] SHARES = {1, 0.5, 0.25, 0.1, 2};

    @Property
    void whatEachSeesIsItsShareOfOneBucket(
            @ForAll @Size(max = 30) List<@IntRange(max = 4) Integer> shares,
            @ForAll @Size(30) List<@IntRange(min = 1, max = 300) Integer> tokens,
            @ForAll @Size(30) List<@IntRange(max = 400) Integer> used) {
        var limiter = limiter();
        var open = new ArrayList<Open>();
        var taken = 0.0;
        for (var i = 0; i < shares.size(); i++) {
            var share = SHARES[shares.get(i)];
            var part = tokens.get(i) / (LIMIT * share);
            var answer = new Asking(limiter, share).ask("k", "m", 0, tokens.get(i));

            assertThat(answer.admitted()).isEqualTo(taken + part <= 1 + 1e-9);
            if (answer.admitted()) {
                taken += part;
                open.add(new Open(answer, used.get(i), used.get(i) / (LIMIT * share)));
            }
            assertAllAgree(limiter, taken);
        }
        open.forEach(each -> each.answer().settle(0, each.used()));
        assertAllAgree(limiter, open.stream().mapToDouble(Open::part).sum());
    }

    @Property
    void ofWhatIsNotUsedNothingIsLost(@ForAll @Size(max = 30) List<@IntRange(max = 4) Integer> shares) {
        var limiter = limiter();
        var open = shares.stream()
                .map(share -> new Asking(limiter, SHARES[share]).ask("k", "m", 0, 40))
                .filter(Asking.Answer::admitted)
                .toList();
        open.forEach(answer -> answer.settle(0, 0));

        assertAllAgree(limiter, 0);
    }

    /** @param part of the whole that it used */
    private record Open(Asking.Answer answer, int used, double part) {}

    private static Limiter limiter() {
        return Limiter.of(
                LimitSettings.of(List.of(new RateLimit(Quantity.TOKENS, Period.MINUTE, LIMIT))),
                VirtualClock.manual(),
                100);
    }

    /** @param taken part of the whole */
    private static void assertAllAgree(Limiter limiter, double taken) {
        for (var share : SHARES) {
            var told = told(limiter, share);
            assertThat(told.limit()).isEqualTo((long) (LIMIT * share));
            assertThat(told.remaining()).isEqualTo((long) Math.max(0, Math.floor(LIMIT * share * (1 - taken) + 1e-6)));
            assertThat(told.reset()).isEqualTo(told(limiter, 1).reset());
        }
    }

    private static Window told(Limiter limiter, double share) {
        return limiter.limits(Asking.caller("k"), "m", share).windows().get(Quantity.TOKENS);
    }
}

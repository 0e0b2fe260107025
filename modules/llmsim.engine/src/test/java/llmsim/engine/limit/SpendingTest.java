package llmsim.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import llmsim.api.exchange.LimitState;
import llmsim.api.model.Model.Prices;
import llmsim.api.problem.Category;
import llmsim.api.reply.Usage;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.configuration.LimitSettings;
import org.junit.jupiter.api.Test;

class SpendingTest {
    private final Asking asking = new Asking(new Spending(0.001));

    @Test
    void whoHasSpentAllIsRefusedForGood() {
        for (var i = 0; i < 2; i++) {
            asking.ask("k", "priced", 0, 0).settle(0, 50);
        }
        var problem = asking.ask("k", "priced", 0, 0).problem().orElseThrow();

        assertThat(problem.category()).isEqualTo(Category.QUOTA);
        assertThat(problem.retryAfter()).isEmpty();
        assertThat(asking.ask("k", "free", 0, 0).admitted()).isFalse();
        assertThat(asking.ask("other", "priced", 0, 0).admitted()).isTrue();
        assertThat(asking.query("k", "", 0).admitted()).isTrue();
    }

    @Test
    void aModelWithoutAPriceCostsNothing() {
        asking.ask("k", "free", 1_000_000, 0).settle(1_000_000, 1_000_000);

        assertThat(asking.ask("k", "priced", 0, 0).admitted()).isTrue();
    }

    @Test
    void cacheReadsHaveTheirOwnPrice() {
        var cost = new Prices(2, 10, 0.5).nanodollars(new Usage(1_000, 400, 0, 100, 0));

        assertThat(cost).isEqualTo((600 * 2 + 400 / 2 + 100 * 10) * 1_000L);
    }

    @Test
    void keysBeyondTheTableShareCounters() {
        for (var i = 0; i < Spending.KEYS; i++) {
            asking.ask("k" + i, "priced", 0, 0).settle(0, 0);
        }
        asking.ask("late", "priced", 0, 0).settle(0, 100);

        assertThat(asking.ask("late", "priced", 0, 0).admitted()).isFalse();
        assertThat(asking.ask("k7", "priced", 0, 0).admitted()).isTrue();
    }

    @Test
    void thereAreGatesForWhatIsLimitedOnly() {
        var clock = VirtualClock.manual();
        var capped = new LimitSettings(
                List.of(), LimitSettings.USUAL_SCOPE, List.of(), Map.of(), List.of(), OptionalDouble.of(0));
        var gates = LimitGates.of(capped, clock, 100).gates();

        assertThat(LimitGates.of(LimitSettings.NONE, clock, 100).gates()).isEmpty();
        assertThat(LimitGates.of(LimitSettings.tier("openai-free"), clock, 100).gates())
                .hasSize(1);
        assertThat(gates).hasSize(1);
        assertThat(new Asking(gates.getFirst()).ask("k", "m", 0, 0).admitted()).isFalse();
        assertThat(gates.getFirst().limits(Asking.caller("k"), "m", 1)).isEqualTo(LimitState.NONE);
    }
}

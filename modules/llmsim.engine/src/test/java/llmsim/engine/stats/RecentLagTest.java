package llmsim.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentLagTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    @Test
    void forgetsWhatIsOlderThanAMinute() {
        var lag = new RecentLag();
        lag.count(1 * SECOND, 500 * MILLI);
        lag.count(45 * SECOND, 2 * MILLI);

        assertThat(lag.lately(50 * SECOND).greatestNanos() / MILLI).isEqualTo(500);
        assertThat(lag.lately(65 * SECOND).greatestNanos() / MILLI).isEqualTo(2);
        assertThat(lag.lately(200 * SECOND).greatestNanos() / MILLI).isZero();
    }

    @Test
    void addsUpItsParts() {
        var lag = new RecentLag();
        for (var second = 0; second < 50; second++) {
            lag.count(second * SECOND, (second < 49 ? 1 : 9) * MILLI);
        }

        var lately = lag.lately(50 * SECOND);
        assertThat(lately.quantile(0.9).orElseThrow()).isBetween(1.0, 1.2);
        assertThat(lately.quantile(1)).hasValue(9);
    }
}

package llmsim.it.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import llmsim.engine.stats.StatisticsSnapshot;
import llmsim.server.LlmSim;

/** Counters are final when no exchange is open: a client has its answer a little before that. */
final class AtRest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private AtRest() {}

    static StatisticsSnapshot statistics(LlmSim llm) {
        var end = System.nanoTime() + LIMIT.toNanos();
        while (llm.statistics().activeRequests() > 0) {
            assertThat(System.nanoTime())
                    .as("exchanges were still open after %s", LIMIT)
                    .isLessThan(end);
            Thread.onSpinWait();
        }
        return llm.statistics();
    }
}

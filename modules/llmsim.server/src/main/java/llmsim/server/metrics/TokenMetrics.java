package llmsim.server.metrics;

import java.util.List;
import java.util.Map;
import llmsim.engine.stats.StatisticsSnapshot;
import llmsim.prometheus.model.snapshots.MetricSnapshot;

/** Tokens that were read and written. */
final class TokenMetrics {
    private TokenMetrics() {}

    static List<MetricSnapshot> of(StatisticsSnapshot statistics) {
        var byDirection = Map.of("prompt", statistics.promptTokens(), "completion", statistics.completionTokens());
        return List.of(Family.counter(
                "llmsim_tokens", "Tokens of prompts and of completions.", Points.of("direction", byDirection)));
    }
}

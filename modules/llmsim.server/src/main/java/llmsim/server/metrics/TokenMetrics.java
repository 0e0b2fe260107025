package llmsim.server.metrics;

import java.util.List;
import java.util.Map;
import llmsim.engine.stats.Tally;
import llmsim.prometheus.model.snapshots.MetricSnapshot;

/** Tokens that were read and written, and what they cost. */
final class TokenMetrics {
    private static final double NANODOLLARS = 1e9;

    private TokenMetrics() {}

    static List<MetricSnapshot> of(Tally all) {
        var byDirection = Map.of("prompt", all.promptTokens(), "completion", all.completionTokens());
        return List.of(
                Family.counter(
                        "llmsim_tokens", "Tokens of prompts and of completions.", Points.of("direction", byDirection)),
                Family.counter(
                        "llmsim_cost_dollars",
                        "What the tokens cost at list prices; models without one cost nothing.",
                        all.costNanodollars() / NANODOLLARS));
    }
}

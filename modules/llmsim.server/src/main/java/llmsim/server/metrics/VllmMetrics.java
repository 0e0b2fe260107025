package llmsim.server.metrics;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import llmsim.engine.stats.Tally;
import llmsim.engine.stats.Times;
import llmsim.prometheus.model.snapshots.Labels;
import llmsim.prometheus.model.snapshots.MetricSnapshot;

/**
 * The same under the names of vLLM (its file {@code vllm/v1/metrics/loggers.py}), for autoscalers and dashboards that are
 * built for it. Of vLLM's buckets those that are steps of {@link Times}; of its reasons to finish only what is known:
 * {@code stop} for all that was completed, {@code abort} for what was cancelled.
 */
final class VllmMetrics {
    private static final Buckets FIRST_TOKEN =
            Buckets.of(0.001, 0.005, 0.01, 0.02, 0.04, 0.08, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 160);
    private static final Buckets TOKEN = Buckets.of(0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 0.5, 1, 2.5, 5, 10, 20, 40, 80);
    private static final Buckets LATENCY = Buckets.of(0.5, 0.8, 1, 2, 2.5, 5, 10, 20, 40, 50);

    private VllmMetrics() {}

    static List<MetricSnapshot> of(VllmModels models) {
        return List.of(
                Family.gauge(
                        "vllm:num_requests_running",
                        "Number of requests in model execution batches.",
                        points(models.running(), Double::valueOf)),
                Family.gauge(
                        "vllm:num_requests_waiting",
                        "Number of requests waiting to be processed.",
                        points(models.waiting(), Double::valueOf)),
                Family.gauge(
                        "vllm:kv_cache_usage_perc",
                        "Slots of the model in use; 1 means all.",
                        points(models.slotsInUse(), Double::valueOf)),
                Family.counter(
                        "vllm:prompt_tokens",
                        "Number of prefill tokens processed.",
                        points(models.tallies(), Tally::promptTokens)),
                Family.counter(
                        "vllm:generation_tokens",
                        "Number of generation tokens processed.",
                        points(models.tallies(), Tally::completionTokens)),
                Family.counter("vllm:request_success", "Count of successfully processed requests.", ended(models)),
                histogram("vllm:time_to_first_token_seconds", FIRST_TOKEN, models, Tally::ttft),
                histogram("vllm:inter_token_latency_seconds", TOKEN, models, Tally::interToken),
                histogram("vllm:time_per_output_token_seconds", TOKEN, models, Tally::interToken),
                histogram("vllm:e2e_request_latency_seconds", LATENCY, models, Tally::latency));
    }

    private static <T> Points points(Map<String, T> models, ToDoubleFunction<T> value) {
        var points = new TreeMap<Labels, Double>();
        models.forEach((model, known) -> points.merge(labels(model), value.applyAsDouble(known), Double::sum));
        return new Points(points);
    }

    private static Points ended(VllmModels models) {
        var points = new TreeMap<Labels, Double>();
        models.tallies().forEach((model, tally) -> {
            points.merge(labels(model).add("finished_reason", "stop"), (double) tally.completed(), Double::sum);
            points.merge(labels(model).add("finished_reason", "abort"), (double) tally.cancelled(), Double::sum);
        });
        return new Points(points);
    }

    private static MetricSnapshot histogram(
            String name, Buckets buckets, VllmModels models, Function<Tally, Times> times) {
        var distributions = new TreeMap<Labels, Times>();
        models.tallies().forEach((model, tally) -> distributions.merge(labels(model), times.apply(tally), Times::plus));
        return Family.histogram(name, "As vLLM has it.", buckets, new Distributions(distributions));
    }

    private static Labels labels(String model) {
        return Points.labels("engine", "0", "model_name", model);
    }
}

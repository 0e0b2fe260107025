package llmsim.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import llmsim.engine.stats.Tally;
import llmsim.engine.stats.Times;
import llmsim.engine.stats.Totals;
import llmsim.server.metrics.Happenings.Request;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Requirements OM3, OM7, OM8 and OM9 of specs/observability.md: whatever happened. */
class MetricsPropertyTest {
    @Property(tries = 300)
    void everyTextIsValidAndSaysTheSame(
            @ForAll("happened") List<Request> happened, @ForAll List<String> incidents, @ForAll String version) {
        var metrics = Metrics.of(Observations.of(Happenings.totals(happened), incidents, version), true);

        var text = Exposition.prometheus(Observations.written(ExpositionFormat.PROMETHEUS, metrics));
        var open = Exposition.openMetrics(Observations.written(ExpositionFormat.OPEN_METRICS, metrics));
        assertThat(open.samples()).isEqualTo(text.samples());
    }

    @Property(tries = 300)
    void sumsAreThoseOfTheStatistics(@ForAll("happened") List<Request> happened) {
        var totals = Happenings.totals(happened);
        var all = totals.all();
        var told = told(totals);

        assertThat(told.sum("llmsim_requests_total") + told.value("llmsim_active_requests"))
                .isEqualTo((double) all.requests())
                .isEqualTo((double) happened.size());
        assertThat(told.value("llmsim_completed_requests_total")).isEqualTo((double) all.completed());
        assertThat(told.value("llmsim_cancelled_requests_total")).isEqualTo((double) all.cancelled());
        assertThat(told.value("llmsim_broken_streams_total")).isEqualTo((double) all.broken());
        assertThat(told.sum("llmsim_errors_total")).isEqualTo((double) all.errors());
        assertThat(told.value("llmsim_tokens_total", "direction", "prompt")).isEqualTo((double) all.promptTokens());
        assertThat(told.value("llmsim_tokens_total", "direction", "completion"))
                .isEqualTo((double) all.completionTokens());
        assertThat(told.value("llmsim_cost_dollars_total")).isEqualTo(all.costNanodollars() / 1e9);
        assertThat(told.sum("llmsim_faults_total"))
                .isEqualTo(sum(totals.faults().values()));
        assertThat(told.value("llmsim_active_streams")).isEqualTo((double) all.activeStreams());
    }

    @Property(tries = 300)
    void histogramsAreThoseOfTheStatistics(@ForAll("happened") List<Request> happened) {
        var totals = Happenings.totals(happened);
        var told = told(totals);

        isTold(told, "llmsim_request_duration_seconds", totals.all().latency());
        isTold(told, "llmsim_time_to_first_token_seconds", totals.all().ttft());
        isTold(told, "llmsim_inter_token_latency_seconds", totals.all().interToken());
        isTold(told, "llmsim_schedule_lag_seconds", totals.scheduleLag());
        var named = Tally.sum(totals.rows().entrySet().stream()
                .filter(row -> !row.getKey().model().isEmpty())
                .map(Map.Entry::getValue)
                .toList());
        isTold(told, "vllm:time_to_first_token_seconds", named.ttft());
        isTold(told, "vllm:inter_token_latency_seconds", named.interToken());
        isTold(told, "vllm:e2e_request_latency_seconds", named.latency());
    }

    @Property(tries = 300)
    void theNamesOfVllmSayTheSame(@ForAll("happened") List<Request> happened) {
        var told = told(Happenings.totals(
                happened.stream().filter(request -> !request.model().isEmpty()).toList()));

        assertThat(told.sum("vllm:num_requests_running") + told.sum("vllm:num_requests_waiting"))
                .isEqualTo(told.value("llmsim_active_requests"));
        assertThat(told.sum("vllm:prompt_tokens_total"))
                .isEqualTo(told.value("llmsim_tokens_total", "direction", "prompt"));
        assertThat(told.sum("vllm:generation_tokens_total"))
                .isEqualTo(told.value("llmsim_tokens_total", "direction", "completion"));
        assertThat(told.sumWhere("vllm:request_success_total", "finished_reason", "stop"))
                .isEqualTo(told.value("llmsim_completed_requests_total"));
        assertThat(told.sumWhere("vllm:request_success_total", "finished_reason", "abort"))
                .isEqualTo(told.value("llmsim_cancelled_requests_total"));
        assertThat(told.sum("vllm:e2e_request_latency_seconds_count"))
                .isEqualTo(told.sum("llmsim_request_duration_seconds_count"));
        assertThat(told.sum("vllm:time_to_first_token_seconds_count"))
                .isEqualTo(told.sum("llmsim_time_to_first_token_seconds_count"));
        assertThat(told.sum("vllm:time_per_output_token_seconds_count"))
                .isEqualTo(told.sum("vllm:inter_token_latency_seconds_count"))
                .isEqualTo(told.sum("llmsim_inter_token_latency_seconds_count"));
    }

    private static void isTold(Exposition told, String name, Times times) {
        assertThat(told.sum(name + "_count")).isEqualTo((double) times.number());
        assertThat(told.sum(name + "_sum")).isCloseTo(times.sumNanos() / 1e9, within(1e-6));
        told.samples().keySet().stream()
                .filter(series -> series.name().equals(name + "_bucket"))
                .map(series -> series.labels().get("le"))
                .filter(bound -> !bound.equals("+Inf"))
                .distinct()
                .forEach(bound -> assertThat(told.sumWhere(name + "_bucket", "le", bound))
                        .as(name + " at most " + bound)
                        .isEqualTo((double) times.within(Math.round(Double.parseDouble(bound) * 1e9))));
    }

    private static Exposition told(Totals totals) {
        var metrics = Metrics.of(Observations.of(totals, List.of(), "1"), true);
        return Exposition.prometheus(Observations.written(ExpositionFormat.PROMETHEUS, metrics));
    }

    private static double sum(Iterable<Long> numbers) {
        var sum = 0.0;
        for (var number : numbers) {
            sum += (double) number;
        }
        return sum;
    }

    @Provide
    Arbitrary<List<Request>> happened() {
        var odd = Arbitraries.strings()
                .withChars("ab\"\\\n\r\u0000\u001b[31m{}=,# é日\u2028\u202e\ud83d\udc4b")
                .ofMaxLength(6);
        var names =
                Arbitraries.oneOf(Arbitraries.of("", "gpt-5", "other", "m".repeat(1_000)), odd, Arbitraries.strings());
        return Combinators.combine(
                        Arbitraries.of("openai", "x\"y", ""),
                        Arbitraries.of("completions", "responses", ""),
                        names,
                        names,
                        Arbitraries.of(0, 101, 200, 429, 500, 529),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 20_000))
                .as(Request::new)
                .list()
                .ofMaxSize(20);
    }
}

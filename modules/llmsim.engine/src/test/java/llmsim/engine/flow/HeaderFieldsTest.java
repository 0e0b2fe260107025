package llmsim.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import llmsim.api.dialect.HeaderRule;
import llmsim.api.dialect.HeaderRule.Aspect;
import llmsim.api.dialect.HeaderRule.Unit;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Caller;
import llmsim.api.exchange.Headers;
import llmsim.api.exchange.LimitState;
import llmsim.api.problem.Category;
import llmsim.api.problem.Problem;
import llmsim.api.problem.Quantity;
import llmsim.api.prompt.SimRequest;
import llmsim.engine.trial.EventLines;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderFieldsTest {
    private static final Call CALL = new Call(
            "req_1",
            Call.Method.GET,
            "/",
            Map.of(),
            Map.of(),
            Headers.NONE,
            Body.EMPTY,
            Caller.ANONYMOUS,
            5_000_000,
            Instant.parse("2026-01-01T00:00:00.4Z"));

    @ParameterizedTest
    @CsvSource({
        "0, COUNT, 0",
        "0.0000001, SECONDS, 1",
        "1, SECONDS, 1",
        "1.000000001, SECONDS, 2",
        "59, COUNT, 59",
        "0.0000001, MILLISECONDS, 1",
        "1.5, MILLISECONDS, 1500",
        "0, GO_DURATION, 0s",
        "0.0000001, GO_DURATION, 1ms",
        "0.02, GO_DURATION, 20ms",
        "1, GO_DURATION, 1s",
        "1.05, GO_DURATION, 1.05s",
        "90.5, GO_DURATION, 1m30.5s",
        "60, GO_DURATION, 1m0s",
        "3600, GO_DURATION, 1h0m0s",
        "86399.999, GO_DURATION, 23h59m59.999s",
        "90, TIMESTAMP, 2026-01-01T00:01:31Z"
    })
    void timesAreWrittenAsProvidersWriteThem(String seconds, Unit unit, String expected) {
        var nanos = new BigDecimal(seconds).movePointRight(9).longValueExact();

        assertThat(Durations.write(Duration.ofNanos(nanos), unit, CALL.received()))
                .isEqualTo(expected);
    }

    @Test
    void everyMachineWritesTheSameDigits() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Durations.write(Duration.ofMillis(1_050), Unit.GO_DURATION, CALL.received()))
                    .isEqualTo("1.05s");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aVeryLongTimeIsWrittenToo() {
        assertThat(Durations.write(Duration.ofDays(365_000), Unit.MILLISECONDS, CALL.received()))
                .isEqualTo("31536000000000");
    }

    @Test
    void everyKindOfRuleHasItsValue() {
        var rules = List.<HeaderRule>of(
                new HeaderRule.Fixed("x-version", "2026"),
                new HeaderRule.RequestId("x-request-id"),
                new HeaderRule.ProcessingMillis("x-ms"),
                new HeaderRule.RetryAfter("retry-after", Unit.SECONDS),
                new HeaderRule.RetryAfter("retry-after-ms", Unit.MILLISECONDS),
                new HeaderRule.Limit("x-limit", Quantity.REQUESTS, Aspect.LIMIT, Unit.COUNT),
                new HeaderRule.Limit("x-remaining", Quantity.REQUESTS, Aspect.REMAINING, Unit.COUNT),
                new HeaderRule.Limit("x-reset", Quantity.REQUESTS, Aspect.RESET, Unit.GO_DURATION),
                new HeaderRule.Limit("x-tokens", Quantity.TOKENS, Aspect.LIMIT, Unit.COUNT));
        var limits = new LimitState(Map.of(Quantity.REQUESTS, new LimitState.Window(500, 499, Duration.ofMillis(120))));
        var fields = Headers.builder();

        new HeaderFields(TrialAdapter.facts(rules), CALL, limits)
                .addTo(fields, Optional.of(Duration.ofMillis(1_200)), 12_000_000);

        assertThat(fields.build())
                .isEqualTo(Headers.of(Map.of(
                        "x-version", "2026",
                        "x-request-id", "req_1",
                        "x-ms", "7",
                        "retry-after", "2",
                        "retry-after-ms", "1200",
                        "x-limit", "500",
                        "x-remaining", "499",
                        "x-reset", "120ms")));
    }

    @Test
    void everyAnswerHasThem() {
        var rules = List.<HeaderRule>of(
                new HeaderRule.RequestId("X-Request-Id"),
                new HeaderRule.ProcessingMillis("x-ms"),
                new HeaderRule.RetryAfter("retry-after", Unit.SECONDS));
        var limited = new Problem.Stated(Category.RATE_LIMIT, "slow down", Optional.of(Duration.ofSeconds(7)));
        var lines = new EventLines();
        var rig = Rig.automatic(new TrialAdapter(
                "trial",
                TrialAdapter.facts(rules),
                List.of(
                        TrialAdapter.post("/x", lines.generation(SimRequest.of("gpt-4o", "Hi"))),
                        TrialAdapter.post("/limited", Operation.Query.free(_ -> {
                            throw limited.asException();
                        })))));

        var good = rig.post("/x");
        var bad = rig.post("/limited");

        assertThat(good.header("x-request-id")).startsWith("req_");
        assertThat(good.header("x-ms")).isEqualTo("100");
        assertThat(good.header("retry-after")).isNull();
        assertThat(good.header("content-type")).isEqualTo("text/plain");
        assertThat(bad.status()).isEqualTo(429);
        assertThat(bad.header("retry-after")).isEqualTo("7");
        assertThat(bad.header("x-request-id")).startsWith("req_").isNotEqualTo(good.header("x-request-id"));
    }
}

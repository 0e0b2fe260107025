package llmsim.engine.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import llmsim.api.dialect.HeaderRule;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;
import llmsim.api.exchange.LimitState;

/** Writes the header fields that a provider puts on every answer. */
record HeaderFields(ProviderFacts facts, Call call, LimitState limits) {

    /**
     * @param retryAfter advice on an error
     * @param atNanos when the answer begins
     */
    void addTo(Headers.Builder headers, Optional<Duration> retryAfter, long atNanos) {
        for (var rule : facts.headers()) {
            value(rule, retryAfter, atNanos).ifPresent(value -> headers.add(rule.name(), value));
        }
    }

    private Optional<String> value(HeaderRule rule, Optional<Duration> retryAfter, long atNanos) {
        return switch (rule) {
            case HeaderRule.Fixed fixed -> Optional.of(fixed.value());
            case HeaderRule.RequestId _ -> Optional.of(call.id());
            case HeaderRule.ProcessingMillis _ ->
                Optional.of(String.valueOf((atNanos - call.receivedNanos()) / 1_000_000));
            case HeaderRule.RetryAfter advice ->
                retryAfter.map(wait -> Durations.write(wait, advice.unit(), now(atNanos)));
            case HeaderRule.Limit limit ->
                Optional.ofNullable(limits.windows().get(limit.quantity()))
                        .map(window -> write(limit, window, now(atNanos)));
        };
    }

    private String write(HeaderRule.Limit rule, LimitState.Window window, Instant now) {
        return switch (rule.aspect()) {
            case LIMIT -> String.valueOf(window.limit());
            case REMAINING -> String.valueOf(window.remaining());
            case RESET -> Durations.write(window.reset(), rule.unit(), now);
        };
    }

    private Instant now(long nanos) {
        return call.received().plusNanos(nanos - call.receivedNanos());
    }
}

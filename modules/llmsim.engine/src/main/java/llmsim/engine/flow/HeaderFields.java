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
        var now = call.received().plusNanos(atNanos - call.receivedNanos());
        for (var rule : facts.headers()) {
            switch (rule) {
                case HeaderRule.Fixed(var name, var value) -> headers.add(name, value);
                case HeaderRule.RequestId(var name) -> headers.add(name, call.id());
                case HeaderRule.ProcessingMillis(var name) -> headers.add(name, String.valueOf(millisUntil(atNanos)));
                case HeaderRule.RetryAfter(var name, var unit) ->
                    retryAfter.ifPresent(wait -> headers.add(name, Durations.write(wait, unit, now)));
                case HeaderRule.Limit limit -> add(limit, headers, now);
            }
        }
    }

    private void add(HeaderRule.Limit rule, Headers.Builder headers, Instant now) {
        var window = limits.windows().get(rule.quantity());
        if (window != null) {
            headers.add(rule.name(), write(rule, window, now));
        }
    }

    private long millisUntil(long atNanos) {
        return (atNanos - call.receivedNanos()) / 1_000_000;
    }

    private String write(HeaderRule.Limit rule, LimitState.Window window, Instant now) {
        return switch (rule.aspect()) {
            case LIMIT -> String.valueOf(window.limit());
            case REMAINING -> String.valueOf(window.remaining());
            case RESET -> Durations.write(window.reset(), rule.unit(), now);
        };
    }
}

package llmsim.engine.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import llmsim.api.dialect.IdStyle;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Caller;
import llmsim.api.exchange.Headers;
import llmsim.api.time.Clock;
import llmsim.engine.Incoming;
import llmsim.engine.access.Credentials;
import llmsim.engine.access.SecretDigest;

/**
 * Makes a call of what a transport delivers: gives it an id, and takes the secrets out.
 *
 * @param overriding whether clients may want something for one call alone
 */
record Reception(Clock clock, Function<IdStyle, String> ids, BooleanSupplier overriding) {
    private static final String OVERRIDE = "x-llmsim-";

    /** A further request id. */
    String newId(ProviderFacts facts) {
        return ids.apply(facts.requestIds());
    }

    Call receive(ProviderFacts facts, Incoming incoming) {
        var credentials = new Credentials(facts);
        return new Call(
                newId(facts),
                incoming.method(),
                incoming.path(),
                Map.of(),
                credentials.without(incoming.query()),
                credentials.without(incoming.headers()),
                incoming.body(),
                caller(credentials, incoming),
                clock.nanoTime(),
                clock.now());
    }

    private Caller caller(Credentials credentials, Incoming incoming) {
        var overrides = overriding.getAsBoolean() ? overrides(incoming.headers()) : Map.<String, String>of();
        var key = credentials
                .key(incoming)
                .map(SecretDigest::of)
                .map(SecretDigest::id)
                .orElse("");
        return new Caller(key, overrides.getOrDefault("session", ""), overrides);
    }

    private static Map<String, String> overrides(Headers headers) {
        var overrides = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> {
            if (name.startsWith(OVERRIDE)) {
                overrides.put(name.substring(OVERRIDE.length()), value);
            }
        });
        return overrides;
    }
}

package llmsim.engine.flow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import llmsim.api.dialect.IdStyle;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.dialect.ProviderFacts.Credential;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Caller;
import llmsim.api.exchange.Headers;
import llmsim.api.time.Clock;
import llmsim.engine.Incoming;

/** Makes a call of what a transport delivers: gives it an id, and takes the secrets out. */
record Reception(Clock clock, Function<IdStyle, String> ids) {
    private static final String OVERRIDE = "x-llmsim-";
    private static final Set<String> SECRET =
            Set.of("authorization", "proxy-authorization", "cookie", "x-api-key", "api-key");
    private static final int KEY_ID_BYTES = 6;

    /** A further request id. */
    String newId(ProviderFacts facts) {
        return ids.apply(facts.requestIds());
    }

    Call receive(ProviderFacts facts, Incoming incoming) {
        var query = withoutCredentials(facts, incoming.query());
        return new Call(
                newId(facts),
                incoming.method(),
                incoming.path(),
                Map.of(),
                query,
                withoutCredentials(facts, incoming.headers()),
                incoming.body(),
                caller(facts, incoming),
                clock.nanoTime(),
                clock.now());
    }

    private static Caller caller(ProviderFacts facts, Incoming incoming) {
        var overrides = new LinkedHashMap<String, String>();
        incoming.headers().forEach((name, value) -> {
            if (name.startsWith(OVERRIDE)) {
                overrides.put(name.substring(OVERRIDE.length()), value);
            }
        });
        var key = key(facts, incoming).map(Reception::keyId).orElse("");
        return new Caller(key, overrides.getOrDefault("session", ""), overrides);
    }

    private static Optional<String> key(ProviderFacts facts, Incoming incoming) {
        return facts.credentials().stream()
                .flatMap(credential -> values(credential, incoming))
                .findFirst();
    }

    private static Stream<String> values(Credential credential, Incoming incoming) {
        var values = switch (credential.in()) {
            case HEADER -> incoming.headers().all(credential.name());
            case QUERY -> incoming.query().getOrDefault(credential.name(), List.of());
        };
        var scheme = credential.scheme().isEmpty() ? "" : credential.scheme() + " ";
        return values.stream()
                .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
                .map(value -> value.substring(scheme.length()).strip())
                .filter(key -> !key.isEmpty());
    }

    private static String keyId(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, KEY_ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static Headers withoutCredentials(ProviderFacts facts, Headers headers) {
        var kept = Headers.builder();
        headers.forEach((name, value) -> {
            if (!SECRET.contains(name) && !holdsKey(facts, ProviderFacts.Place.HEADER, name)) {
                kept.add(name, value);
            }
        });
        return kept.build();
    }

    private static Map<String, List<String>> withoutCredentials(ProviderFacts facts, Map<String, List<String>> query) {
        var kept = new LinkedHashMap<>(query);
        kept.keySet().removeIf(name -> holdsKey(facts, ProviderFacts.Place.QUERY, name));
        return kept;
    }

    private static boolean holdsKey(ProviderFacts facts, ProviderFacts.Place place, String name) {
        return facts.credentials().stream()
                .anyMatch(credential -> credential.in() == place
                        && credential.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)));
    }
}

package llmsim.engine.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import llmsim.api.dialect.ProviderFacts;
import llmsim.api.dialect.ProviderFacts.Credential;
import llmsim.api.dialect.ProviderFacts.Place;
import llmsim.api.exchange.Headers;
import llmsim.engine.Incoming;

/** Finds the API key in a call, and takes everything secret out of it. */
public record Credentials(ProviderFacts facts) {
    private static final Set<String> SECRET =
            Set.of("authorization", "proxy-authorization", "cookie", "x-api-key", "api-key");

    /** The key, from the first of the provider's places that has one. */
    public Optional<String> key(Incoming incoming) {
        return facts.credentials().stream()
                .flatMap(credential -> keys(credential, incoming))
                .findFirst();
    }

    private static Stream<String> keys(Credential credential, Incoming incoming) {
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

    /** The headers without anything secret. */
    public Headers without(Headers headers) {
        var kept = Headers.builder();
        headers.forEach((name, value) -> {
            if (!SECRET.contains(name) && !isPlace(Place.HEADER, name)) {
                kept.add(name, value);
            }
        });
        return kept.build();
    }

    /** The query without anything secret. */
    public Map<String, List<String>> without(Map<String, List<String>> query) {
        var kept = new LinkedHashMap<>(query);
        kept.keySet().removeIf(name -> isPlace(Place.QUERY, name));
        return kept;
    }

    private boolean isPlace(Place place, String name) {
        return facts.credentials().stream()
                .anyMatch(credential ->
                        credential.in() == place && credential.name().equalsIgnoreCase(name));
    }
}

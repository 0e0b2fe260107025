package llmsim.server.assembly;

import java.util.Map;
import java.util.Optional;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Headers;
import llmsim.engine.Incoming;
import llmsim.engine.access.SecretDigest;
import llmsim.server.http.SystemGate;

/** Lets nobody through to {@code /llmsim/} and {@code /metrics} but who has the administration token. */
record AdminGate(SecretDigest token) implements SystemGate {
    private static final String SCHEME = "Bearer ";
    private static final Answer REFUSAL = new Answer(
            401,
            "application/json",
            Headers.of(Map.of("www-authenticate", "Bearer realm=\"llmsim\"")),
            Bytes.ofUtf8("{\"error\":{\"message\":\"This needs the administration token: Authorization: Bearer TOKEN\","
                    + "\"type\":\"authentication_error\"}}"));

    /** The gate that the settings want. */
    static SystemGate of(Optional<SecretDigest> token) {
        return token.<SystemGate>map(AdminGate::new).orElse(SystemGate.OPEN);
    }

    @Override
    public Optional<Answer> refusal(Incoming incoming) {
        return hasToken(incoming) ? Optional.empty() : Optional.of(REFUSAL);
    }

    private boolean hasToken(Incoming incoming) {
        return incoming.headers().all("authorization").stream()
                .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(value -> SecretDigest.of(value.substring(SCHEME.length()).strip()))
                .anyMatch(token::equals);
    }
}

package llmsim.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;
import llmsim.engine.Incoming;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a call before a dialect sees it. */
class ReceptionTest {
    private static final String SECRET = "sk-very-secret";

    @ParameterizedTest
    @CsvSource({
        "authorization, Bearer sk-very-secret",
        "Authorization, bearer  sk-very-secret",
        "X-Trial-Key, sk-very-secret",
        "x-api-key, sk-very-secret",
        "Api-Key, sk-very-secret",
        "Cookie, session=sk-very-secret",
        "Proxy-Authorization, Basic sk-very-secret"
    })
    void noSecretReachesADialect(String name, String value) {
        var call = received(new Incoming(
                Call.Method.GET,
                "/x",
                Map.of("key", List.of(SECRET), "KEY", List.of(SECRET), "q", List.of("1")),
                Headers.of(Map.of(name, value, "accept", "*/*")),
                Body.EMPTY));

        assertThat(call.toString()).doesNotContain(SECRET).contains("accept");
        assertThat(call.query()).containsOnlyKeys("q");
        assertThat(call.caller().keyId()).doesNotContain(SECRET).matches("[0-9a-f]{12}");
    }

    @Test
    void oneKeyHasOneIdWhereverItStands() {
        var header = received(withHeader("X-Trial-Key", SECRET));
        var bearer = received(withHeader("Authorization", "Bearer " + SECRET));
        var query = received(Rig.incoming(Call.Method.GET, "/x?key=" + SECRET, ""));

        assertThat(header.caller().keyId())
                .isEqualTo(bearer.caller().keyId())
                .isEqualTo(query.caller().keyId());
        assertThat(received(withHeader("X-Trial-Key", "other")).caller().keyId())
                .isNotEqualTo(header.caller().keyId());
    }

    @Test
    void withoutAKeyThereIsNoId() {
        assertThat(received(withHeader("Authorization", "Basic x")).caller().keyId())
                .isEmpty();
        assertThat(received(withHeader("Authorization", "Bearer ")).caller().keyId())
                .isEmpty();
    }

    @Test
    void wishesForOneCallAreCollected() {
        var call = received(withHeader("X-LLMSim-Session", "s1"));

        assertThat(call.caller().session()).isEqualTo("s1");
        assertThat(call.caller().overrides()).containsEntry("session", "s1");
    }

    @Test
    void everyCallHasItsOwnId() {
        assertThat(received(withHeader("a", "b")).id()).startsWith("req_").hasSizeGreaterThan(20);
        assertThat(received(withHeader("a", "b")).received()).isNotNull();
    }

    private static Incoming withHeader(String name, String value) {
        return new Incoming(Call.Method.GET, "/x", Map.of(), Headers.of(Map.of(name, value)), Body.EMPTY);
    }

    private static Call received(Incoming incoming) {
        var seen = new Call[1];
        var endpoint = new Endpoint(Call.Method.GET, "/x", "x", (call, _) -> {
            seen[0] = call;
            return Operation.Query.free(_ -> Answer.json(Bytes.empty()));
        });
        assertThat(Rig.automatic(TrialAdapter.of(endpoint)).call(incoming).status())
                .isEqualTo(200);
        return seen[0];
    }
}

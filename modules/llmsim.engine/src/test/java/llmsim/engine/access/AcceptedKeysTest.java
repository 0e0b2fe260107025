package llmsim.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;
import llmsim.api.problem.Problem;
import llmsim.engine.Incoming;
import llmsim.engine.trial.Reached;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may call. */
class AcceptedKeysTest {
    private final TrialAdapter adapter = TrialAdapter.of(
            new Endpoint(
                    Call.Method.GET, "/x", "x", (_, _) -> Operation.Query.free(_ -> Answer.json(Bytes.ofUtf8("{}")))),
            new Endpoint(Call.Method.POST, "/broken", "x", (_, _) -> {
                throw new Problem.BrokenJson("no", 1, 1).asException();
            }));

    @ParameterizedTest
    @CsvSource({
        "X-Trial-Key, one, 200",
        "Authorization, Bearer two, 200",
        "Authorization, bearer  two, 200",
        "Authorization, Basic two, 401",
        "X-Trial-Key, three, 401",
        "X-Trial-Key, on, 401",
        "X-Trial-Key, ONE, 401",
        "X-Other, one, 401"
    })
    void onlyTheKeysOfTheListAreAccepted(String name, String value, int status) {
        assertThat(call(Call.Method.GET, "/x", Headers.of(Map.of(name, value))).status())
                .isEqualTo(status);
    }

    @Test
    void aKeyIsAskedForBeforeTheCallIsReadButAfterItsRoute() {
        assertThat(call(Call.Method.POST, "/broken", Headers.NONE).status()).isEqualTo(401);
        assertThat(call(Call.Method.POST, "/nowhere", Headers.NONE).status()).isEqualTo(404);
        assertThat(call(Call.Method.POST, "/broken", Headers.of(Map.of("X-Trial-Key", "one")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aMissingKeyIsAnotherProblemThanAWrongOne() {
        var keys = AcceptedKeys.of(List.of("one"));

        assertThat(keys.refusal(Optional.empty())).contains(new Problem.Unauthenticated(true));
        assertThat(keys.refusal(Optional.of("two"))).contains(new Problem.Unauthenticated(false));
        assertThat(keys.refusal(Optional.of("one"))).isEmpty();
        assertThat(AcceptedKeys.ANY.refusal(Optional.empty())).isEmpty();
    }

    @Test
    void noKeyCanBeReadFromThem() {
        assertThat(AcceptedKeys.of(List.of("sk-secret")).toString())
                .doesNotContain("sk-secret")
                .contains(SecretDigest.of("sk-secret").id());
    }

    private Reached call(Call.Method method, String path, Headers headers) {
        try (var rig = Rig.automatic(adapter).keys("one", "two")) {
            return rig.call(new Incoming(method, path, Map.of(), headers, Body.EMPTY));
        }
    }
}

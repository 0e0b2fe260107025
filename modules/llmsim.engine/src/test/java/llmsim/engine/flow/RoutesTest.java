package llmsim.engine.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Call.Method;
import llmsim.engine.trial.Reached;
import llmsim.engine.trial.Rig;
import llmsim.engine.trial.TrialAdapter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
    private final Rig rig = Rig.automatic(TrialAdapter.of(
            endpoint(Method.GET, "/models"),
            endpoint(Method.GET, "/models/{model}"),
            endpoint(Method.POST, "/models/{model}:generateContent"),
            endpoint(Method.POST, "/models/{model}:streamGenerateContent"),
            endpoint(Method.GET, "/files/{name...}"),
            endpoint(Method.GET, "/files/{id}/content"),
            endpoint(Method.POST, "/responses"),
            endpoint(Method.POST, "/responses/compact"),
            endpoint(Method.GET, "/responses/{id}"),
            endpoint(Method.DELETE, "/responses/{id}"),
            endpoint(Method.GET, "/threads/{thread_id}/messages/{message_id}")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/models|/models {}",
                "GET|/models/gpt-4o|/models/{model} {model=gpt-4o}",
                "GET|/models/ft:gpt-4o:acme::x|/models/{model} {model=ft:gpt-4o:acme::x}",
                "POST|/models/gemini-2.5-pro:generateContent|/models/{model}:generateContent {model=gemini-2.5-pro}",
                "POST|/models/a:b:streamGenerateContent|/models/{model}:streamGenerateContent {model=a:b}",
                "GET|/files/a|/files/{name...} {name=a}",
                "GET|/files/a/b//c/|/files/{name...} {name=a/b//c/}",
                "GET|/files/a/content|/files/{id}/content {id=a}",
                "GET|/files/a/b/content|/files/{name...} {name=a/b/content}",
                "POST|/responses/compact|/responses/compact {}",
                "GET|/responses/compact|/responses/{id} {id=compact}",
                "DELETE|/responses/r1|/responses/{id} {id=r1}",
                "GET|/threads/t/messages/m|/threads/{thread_id}/messages/{message_id} {thread_id=t, message_id=m}"
            })
    void findsTheEndpointAndReadsItsBraces(Method method, String path, String expected) {
        var parts = expected.split(" ", 2);
        var reached = call(method, path);

        assertThat(reached.status()).isEqualTo(200);
        assertThat(reached.body()).startsWith(parts[0] + " {");
        for (var pair : parts[1].replaceAll("[{}]", "").split(", ", -1)) {
            assertThat(reached.body()).contains(pair);
        }
    }

    @ParameterizedTest
    @CsvSource({"/", "/nothing", "/models/", "/models/a/b", "/files/", "/responses/", "/threads//messages/m", "/Models"
    })
    void anUnknownPathIs404(String path) {
        assertThat(call(Method.GET, path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|/models|GET",
                "PUT|/responses/compact|POST, GET, DELETE",
                "POST|/models/x|GET",
                "DELETE|/models/x:generateContent|GET, POST"
            })
    void aWrongMethodIs405AndTellsTheRightOnes(Method method, String path, String allowed) {
        var reached = call(method, path);

        assertThat(reached.status()).isEqualTo(405);
        assertThat(reached.header("allow")).isEqualTo(allowed);
    }

    @Test
    void aRestStandsAtTheEnd() {
        var misplaced = List.of(endpoint(Method.GET, "/files/{name...}/content"));

        assertThatThrownBy(() -> new Routes(misplaced)).hasMessageContaining("/files/{name...}/content");
    }

    @Test
    void aLongHostilePathIsMatchedInNoTime() {
        assertThat(call(Method.POST, "/models/" + ":generateContent".repeat(20_000) + "x")
                        .status())
                .isEqualTo(405);
    }

    @Test
    void nobodysPrefixIsAPlain404() {
        var reached = new Reached(rig.clock);
        rig.simulator().handle("nobody", Rig.incoming(Method.GET, "/x", ""), reached);

        assertThat(reached.status()).isEqualTo(404);
        assertThat(reached.body()).contains("\"type\":\"not_found\"");
        assertThat(rig.simulator().adapters()).hasSize(1);
    }

    private Reached call(Method method, String path) {
        return rig.call(Rig.incoming(method, path, ""));
    }

    private static Endpoint endpoint(Method method, String path) {
        return new Endpoint(
                method,
                path,
                "x",
                (call, _) -> Operation.Query.free(_ -> Answer.json(Bytes.ofUtf8(path + " " + parameters(call)))));
    }

    private static Object parameters(Call call) {
        return call.pathParameters().isEmpty()
                ? "{}"
                : List.of(call.pathParameters()).getFirst();
    }
}

package llmsim.it.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.CompletionException;
import llmsim.server.LlmSim;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** API keys and the administration token, over HTTP. */
class AccessTest {
    private static final String SECRET = "sk-very-secret";

    private final LlmSim llm = LlmSim.builder()
            .port(0)
            .apiKeys(List.of(SECRET, "sk-other"))
            .adminToken("open-sesame")
            .start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        llm.close();
    }

    @ParameterizedTest
    @CsvSource({"sk-very-secret, 200", "sk-other, 200", "sk-wrong, 401", "open-sesame, 401"})
    void onlyTheKeysOfTheListAreAccepted(String key, int status) throws Exception {
        assertThat(get("/openai/v1/models", "Bearer " + key).statusCode()).isEqualTo(status);
    }

    @Test
    void aRefusalIsTheProvidersAndSaysNoKeyBack() throws Exception {
        assertThat(get("/openai/v1/models", "Bearer sk-wrong").body())
                .contains("\"code\":\"invalid_api_key\"", "Incorrect API key provided")
                .doesNotContain("sk-wrong");
        assertThat(get("/openai/v1/models", "none").body()).contains("\"code\":null", "You didn't provide an API key");
        assertThat(get("/openai/v1/nowhere", "none").statusCode()).isEqualTo(404);
    }

    @Test
    void aWebSocketNeedsAKeyToo() {
        var uri = URI.create(llm.uri().toString().replace("http", "ws") + "/openai/v1/responses");
        var opening = client.newWebSocketBuilder().buildAsync(uri, new WebSocket.Listener() {});

        assertThat(catchThrowable(opening::join))
                .isInstanceOf(CompletionException.class)
                .cause()
                .asInstanceOf(InstanceOfAssertFactories.type(WebSocketHandshakeException.class))
                .extracting(failure -> failure.getResponse().statusCode())
                .isEqualTo(401);
        client.newWebSocketBuilder()
                .header("Authorization", "Bearer " + SECRET)
                .buildAsync(uri, new WebSocket.Listener() {})
                .join()
                .abort();
    }

    @ParameterizedTest
    @CsvSource({
        "/llmsim/stats, Bearer open-sesame, 200",
        "/llmsim/stats, bearer  open-sesame, 200",
        "/llmsim/stats, Bearer sk-very-secret, 401",
        "/llmsim/stats, open-sesame, 401",
        "/llmsim/stats, none, 401",
        "/metrics, Bearer open-sesame, 200",
        "/metrics, none, 401",
        "/health, none, 200"
    })
    void administrationNeedsItsToken(String path, String authorization, int status) throws Exception {
        assertThat(get(path, authorization).statusCode()).isEqualTo(status);
    }

    @Test
    void aRefusalSaysWhatWouldBeRight() throws Exception {
        var response = get("/llmsim/stats", "none");

        assertThat(response.headers().firstValue("www-authenticate")).contains("Bearer realm=\"llmsim\"");
        assertThat(response.body()).contains("administration token", "Authorization: Bearer TOKEN");
    }

    @ParameterizedTest
    @CsvSource({"server.api_keys", "server.admin_token"})
    void aMistakeInASecretDoesNotShowIt(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(LlmSim.builder().set(key, "sk very secret")::inProcess)
                .withMessageContaining("without blanks")
                .extracting(Throwable::getMessage, InstanceOfAssertFactories.STRING)
                .doesNotContain("very");
    }

    private HttpResponse<String> get(String path, String authorization) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(llm.uri().resolve(path));
        if (!authorization.equals("none")) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}

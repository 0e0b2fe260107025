package llmsim.it.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.Headers;
import com.openai.errors.RateLimitException;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import llmsim.api.problem.Period;
import llmsim.api.problem.Quantity;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.configuration.LimitSettings;
import llmsim.engine.configuration.RateLimit;
import llmsim.server.LlmSim;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rate limits over real sockets, by a clock that the test moves. */
class RateLimitsTest {
    private static final String HELLO = """
            {"model": "gpt-5", "messages": [{"role": "user", "content": "Hello"}], "max_completion_tokens": 20%s}""";
    private static final RateLimit THREE = new RateLimit(Quantity.REQUESTS, Period.MINUTE, 3);
    private static final RateLimit TOKENS = new RateLimit(Quantity.TOKENS, Period.MINUTE, 30_000);

    private final VirtualClock clock = VirtualClock.manual();
    private final HttpClient http = HttpClient.newHttpClient();
    private LlmSim llmsim;

    @AfterEach
    void close() {
        llmsim.close();
        http.close();
    }

    @Test
    void everyAnswerHasTheHeaders() throws Exception {
        serve(LimitSettings.of(List.of(THREE, TOKENS)));
        var whole = post(HELLO.formatted(""));
        var streamed = post(HELLO.formatted(", \"stream\": true"));
        var tooLong = post(HELLO.replace("20%s", "1000000"));
        var third = post(HELLO.formatted(""));
        var refused = post(HELLO.formatted(""));

        assertThat(List.of(whole, streamed, tooLong, third, refused))
                .extracting(HttpResponse::statusCode)
                .containsExactly(200, 200, 400, 200, 429);
        assertThat(limits(whole)).containsExactly("3", "2", "20s", "30000", "29973", "54ms");
        assertThat(limits(streamed)).startsWith("3", "1", "40s", "30000");
        assertThat(limits(tooLong)).startsWith("3", "1", "40s", "30000");
        assertThat(limits(third)).startsWith("3", "0", "1m0s", "30000");
        assertThat(limits(refused)).startsWith("3", "0", "1m0s", "30000");
        assertThat(header(refused, "retry-after")).isEqualTo("20");
        assertThat(header(refused, "retry-after-ms")).isEqualTo("20000");
        assertThat(header(third, "retry-after")).isNull();
        assertThat(refused.body())
                .contains(
                        "\"message\":\"Rate limit reached for gpt-5 in organization org-llmsim on requests per min (RPM):"
                                + " Limit 3, Used 3, Requested 1. Please try again in 20s. Visit")
                .contains("\"type\":\"requests\"")
                .contains("\"code\":\"rate_limit_exceeded\"");

        clock.advance(Duration.ofSeconds(20));
        assertThat(post(HELLO.formatted("")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"openai, /chat/completions, messages", "openai, /responses, input"})
    void aWrongFieldHasThemToo(String provider, String path, String field) throws Exception {
        serve(LimitSettings.of(List.of(THREE, TOKENS)));
        var uri = llmsim.baseUri(provider) + path;
        var wrong = post(uri, "{\"model\": \"gpt-5\", \"%s\": 7}".formatted(field));
        var nameless = post(uri, "{\"%s\": 7}".formatted(field));

        assertThat(List.of(wrong.statusCode(), nameless.statusCode())).containsOnly(400);
        assertThat(limits(wrong)).containsExactly("3", "3", "0s", "30000", "30000", "0s");
        assertThat(header(nameless, "x-ratelimit-limit-requests")).isNull();
    }

    @Test
    void theSdkSeesTheLimitsOfATier() {
        serve(LimitSettings.tier("openai-free"));
        var client = client("sk-1");
        var params = ChatCompletionCreateParams.builder()
                .model("gpt-4o-mini")
                .addUserMessage("Hello")
                .maxCompletionTokens(50_000)
                .build();
        assertThat(catchThrowableOfType(
                        RateLimitException.class,
                        () -> client.chat()
                                .completions()
                                .create(params.toBuilder()
                                        .maxCompletionTokens(16_384)
                                        .n(3)
                                        .build())))
                .hasMessageContaining("Request too large for gpt-4o-mini");
        var small = params.toBuilder().maxCompletionTokens(10).build();
        for (var i = 0; i < 3; i++) {
            client.chat().completions().create(small);
        }
        var refused = catchThrowableOfType(
                RateLimitException.class, () -> client.chat().completions().create(small));

        assertThat(refused).hasMessageContaining("requests per min (RPM): Limit 3, Used 3");
        assertThat(first(refused.headers(), "x-ratelimit-remaining-requests")).isEqualTo("0");
        assertThat(first(refused.headers(), "retry-after-ms")).isEqualTo("20000");
        assertThat(client("sk-2").chat().completions().create(small).choices()).hasSize(1);
        assertThat(llmsim.statistics().rateLimitErrors()).isEqualTo(2);
    }

    @Test
    void whoHasSpentAllHasNoQuota() throws Exception {
        serve(new LimitSettings(
                List.of(), LimitSettings.USUAL_SCOPE, List.of(), Map.of(), List.of(), OptionalDouble.of(1e-5)));
        post(HELLO.formatted(""));
        var refused = post(HELLO.formatted(""));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body())
                .contains("\"code\":\"insufficient_quota\"")
                .contains("You exceeded your current quota");
        assertThat(header(refused, "retry-after")).isNull();
    }

    @Test
    void withoutLimitsThereAreNoHeaders() throws Exception {
        serve(LimitSettings.NONE);

        assertThat(post(HELLO.formatted("")).headers().map().keySet()).noneMatch(name -> name.contains("ratelimit"));
    }

    private void serve(LimitSettings settings) {
        llmsim = LlmSim.builder()
                .port(0)
                .latency("instant")
                .clock(clock)
                .limits(settings)
                .start();
    }

    private OpenAIClient client(String key) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(llmsim.baseUri("openai").toString())
                .apiKey(key)
                .maxRetries(0)
                .responseValidation(true)
                .build();
    }

    private HttpResponse<String> post(String json) throws Exception {
        return post(llmsim.baseUri("openai") + "/chat/completions", json);
    }

    private HttpResponse<String> post(String uri, String json) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(uri))
                .header("content-type", "application/json")
                .header("authorization", "Bearer sk-raw")
                .POST(BodyPublishers.ofString(json))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static List<String> limits(HttpResponse<?> response) {
        return List.of(
                        "limit-requests",
                        "remaining-requests",
                        "reset-requests",
                        "limit-tokens",
                        "remaining-tokens",
                        "reset-tokens")
                .stream()
                .map(name -> header(response, "x-ratelimit-" + name))
                .toList();
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    private static String first(Headers headers, String name) {
        return headers.values(name).getFirst();
    }
}

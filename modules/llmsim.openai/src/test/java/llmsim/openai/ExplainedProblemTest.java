package llmsim.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import llmsim.api.content.Bytes;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.json.FieldPath;
import llmsim.api.problem.Category;
import llmsim.api.problem.Period;
import llmsim.api.problem.Problem;
import llmsim.api.problem.Quantity;
import llmsim.api.problem.SchemaUse;
import llmsim.api.problem.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Problems that are not about one field of a body, in the provider's words. */
class ExplainedProblemTest {
    private static final String INVALID = "invalid_request_error";
    private static final String VISIT = " Visit https://platform.openai.com/account/rate-limits to learn more.";

    static Stream<Arguments> problems() {
        return Stream.of(
                row(
                        new Problem.UnknownRoute("POST", "/v1/foo"),
                        404,
                        INVALID,
                        null,
                        null,
                        "Invalid URL (POST /v1/foo)"),
                row(
                        new Problem.MethodNotAllowed("POST", "/v1/models", List.of("GET")),
                        405,
                        INVALID,
                        null,
                        "method_not_supported",
                        "Not allowed to POST on /v1/models (HINT: Perhaps you meant to use a different HTTP method?)"),
                row(
                        new Problem.TooLarge("body", 100),
                        413,
                        INVALID,
                        null,
                        null,
                        "Maximum content size limit (100) exceeded"),
                row(new Problem.Malformed(Category.REQUEST_TIMEOUT, "Too slow"), 408, INVALID, null, null, "Too slow"),
                row(
                        new Problem.UnsupportedMediaType("text/plain", "application/json"),
                        415,
                        INVALID,
                        null,
                        "unsupported_content_type",
                        "Unsupported content type: 'text/plain'. This API method only accepts 'application/json' requests, but you specified the header 'Content-Type: text/plain'. Please try again with a supported content type."),
                row(
                        new Problem.UnknownModel("gpt-99"),
                        404,
                        INVALID,
                        null,
                        "model_not_found",
                        "The model `gpt-99` does not exist or you do not have access to it."),
                row(
                        new Problem.UnsupportedInput("gpt-4", "image", 0, 1),
                        400,
                        INVALID,
                        "messages.[0].content.[1].type",
                        null,
                        "Invalid content type. image_url is only supported by certain models."),
                row(
                        new Problem.UnsupportedInput("gpt-4", "audio", 2, 0),
                        400,
                        INVALID,
                        "messages.[2].content.[0].type",
                        null,
                        "Invalid content type. input_audio is only supported by certain models."),
                row(
                        new Problem.UnsupportedInput("gpt-4", "pdf", 1, 1),
                        400,
                        INVALID,
                        "messages.[1].content.[1].type",
                        null,
                        "Invalid content type. file is only supported by certain models."),
                row(
                        new Problem.ContextLengthExceeded("gpt-4", 8192, 9000, 0),
                        400,
                        INVALID,
                        "messages",
                        "context_length_exceeded",
                        "This model's maximum context length is 8192 tokens. However, your messages resulted in 9000 tokens. Please reduce the length of the messages."),
                row(
                        new Problem.ContextLengthExceeded("gpt-4", 8192, 5000, 4000),
                        400,
                        INVALID,
                        "messages",
                        "context_length_exceeded",
                        "This model's maximum context length is 8192 tokens. However, you requested 9000 tokens (5000 in the messages, 4000 in the completion). Please reduce the length of the messages or completion."),
                row(
                        new Problem.OutputTooLong("gpt-4o", 16_384, 100_000),
                        400,
                        INVALID,
                        "max_tokens",
                        "invalid_value",
                        "max_tokens is too large: 100000. This model supports at most 16384 completion tokens, whereas you provided 100000."),
                row(
                        new Problem.UnusableSchema(
                                new SchemaUse.ToolArguments(2, "f"),
                                FieldPath.of("properties").field("x"),
                                "'minimum' is 2"),
                        400,
                        INVALID,
                        "tools[2].function.parameters",
                        "invalid_function_parameters",
                        "Invalid schema for function 'f': In context=('properties', 'x'), 'minimum' is 2."),
                row(
                        new Problem.UnusableSchema(
                                new SchemaUse.AnswerFormat("r"),
                                FieldPath.of("anyOf").index(0),
                                "odd"),
                        400,
                        INVALID,
                        "response_format",
                        null,
                        "Invalid schema for response_format 'r': In context=('anyOf', '0'), odd."),
                row(
                        new Problem.NotStored("Chat completion", "chatcmpl-1"),
                        404,
                        INVALID,
                        null,
                        null,
                        "Chat completion with id 'chatcmpl-1' not found."),
                row(
                        new Problem.Unauthenticated(true),
                        401,
                        INVALID,
                        null,
                        null,
                        "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY), or as the password field (with blank username) if you're accessing the API from your browser and are prompted for a username and password. You can obtain an API key from https://platform.openai.com/account/api-keys."),
                row(
                        new Problem.Unauthenticated(false),
                        401,
                        INVALID,
                        null,
                        "invalid_api_key",
                        "Incorrect API key provided: ***. You can find your API key at https://platform.openai.com/account/api-keys."),
                limited(
                        Quantity.REQUESTS,
                        3,
                        3,
                        1,
                        Duration.ofSeconds(20),
                        "requests",
                        "Rate limit reached for gpt-5 in organization org-llmsim on requests per min (RPM): Limit 3, Used 3, Requested 1. Please try again in 20s."
                                + VISIT),
                limited(
                        Quantity.TOKENS,
                        30_000,
                        22_999,
                        12_528,
                        Duration.ofMillis(11_054),
                        "tokens",
                        "Rate limit reached for gpt-5 in organization org-llmsim on tokens per min (TPM): Limit 30000, Used 22999, Requested 12528. Please try again in 11.054s."
                                + VISIT),
                limited(
                        Quantity.TOKENS,
                        30_000,
                        0,
                        34_307,
                        Duration.ZERO,
                        "tokens",
                        "Request too large for gpt-5 in organization org-llmsim on tokens per min (TPM): Limit 30000, Requested 34307. The input or output tokens must be reduced in order to run successfully."
                                + VISIT),
                limited(
                        Quantity.REQUESTS,
                        Period.DAY,
                        200,
                        200,
                        1,
                        Duration.ofSeconds(432),
                        "requests",
                        "Rate limit reached for gpt-5 in organization org-llmsim on requests per day (RPD): Limit 200, Used 200, Requested 1. Please try again in 7m12s."
                                + VISIT),
                limited(
                        Quantity.TOKENS,
                        Period.DAY,
                        200_000,
                        199_956,
                        3_534,
                        Duration.ofMillis(5_430_000),
                        "tokens",
                        "Rate limit reached for gpt-5 in organization org-llmsim on tokens per day (TPD): Limit 200000, Used 199956, Requested 3534. Please try again in 1h30m30s."
                                + VISIT),
                row(new Problem.WithStatus(418, "", "short"), 418, INVALID, null, null, "short"),
                row(new Problem.WithStatus(502, "", "broken"), 502, "server_error", null, null, "broken"),
                row(new Problem.WithStatus(500, "odd_error", "odd"), 500, "odd_error", null, null, "odd"),
                stated(Category.RATE_LIMIT, 429, "rate_limit_error", "rate_limit_exceeded"),
                stated(Category.QUOTA, 429, "insufficient_quota", "insufficient_quota"),
                stated(Category.SERVER_ERROR, 500, "server_error", null),
                stated(Category.UNAVAILABLE, 503, "server_error", null),
                stated(Category.OVERLOADED, 503, "service_unavailable_error", "server_is_overloaded"),
                row(
                        Problem.Stated.of(Category.UNAVAILABLE, ""),
                        503,
                        "service_unavailable_error",
                        null,
                        "server_is_overloaded",
                        "Our servers are currently overloaded. Please try again later."),
                row(
                        new Problem.WithStatus(529, "", ""),
                        529,
                        "service_unavailable_error",
                        null,
                        "server_is_overloaded",
                        "Our servers are currently overloaded. Please try again later."),
                row(
                        new Problem.WithStatus(502, "", ""),
                        502,
                        "server_error",
                        null,
                        null,
                        "The server had an error while processing your request. Sorry about that!"),
                row(
                        Problem.Stated.of(Category.RATE_LIMIT, ""),
                        429,
                        "requests",
                        null,
                        "rate_limit_exceeded",
                        "Rate limit reached for requests"),
                stated(Category.TIMEOUT, 504, "timeout_error", null),
                stated(Category.INVALID_REQUEST, 400, INVALID, null),
                stated(Category.AUTHENTICATION, 401, INVALID, "invalid_api_key"),
                stated(Category.PERMISSION, 403, "permission_error", null),
                row(new Foreign(), 409, INVALID, null, null, "from a plugin"));
    }

    private record Foreign() implements Problem.Open {
        @Override
        public String kind() {
            return "foreign";
        }

        @Override
        public Category category() {
            return Category.CONFLICT;
        }

        @Override
        public String message() {
            return "from a plugin";
        }
    }

    @ParameterizedTest
    @MethodSource("problems")
    void isSaidAsTheProviderDoes(Problem problem, int status, String type, String param, String code, String message) {
        var answer = Calls.ADAPTER.explain(problem, Calls.post("/v1/chat/completions", "{}"));
        var error = Calls.tree(answer.body()).get("error");
        assertThat(error.get("message").stringValue()).isEqualTo(message);
        assertThat(error.get("type").stringValue()).isEqualTo(type);
        assertThat(error.get("param").asString(null)).isEqualTo(param);
        assertThat(error.get("code").asString(null)).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.contentType()).isEqualTo("application/json");
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void everyCategoryHasAnErrorStatus(Category category) {
        var answer = Calls.ADAPTER.explain(Problem.Stated.of(category, "x"), Calls.post("/v1/x", ""));
        assertThat(answer.status()).isBetween(400, 504);
    }

    @Test
    void aBlankSentenceStandsForTheProvidersOwn() {
        var said = Stream.of(Category.SERVER_ERROR, Category.UNAVAILABLE, Category.QUOTA, Category.RATE_LIMIT)
                .map(category -> Calls.ADAPTER.explain(Problem.Stated.of(category, ""), Calls.post("/v1/x", "")))
                .map(answer -> Calls.tree(answer.body()).at("/error/message").stringValue());
        assertThat(said)
                .containsExactly(
                        "The server had an error while processing your request. Sorry about that!",
                        "Our servers are currently overloaded. Please try again later.",
                        "You exceeded your current quota, please check your plan and billing details. For more"
                                + " information on this error, read the docs:"
                                + " https://platform.openai.com/docs/guides/error-codes/api-errors.",
                        "Rate limit reached for requests");
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void everyCategoryHasASentence(Category category) {
        var answer = Calls.ADAPTER.explain(Problem.Stated.of(category, " "), Calls.post("/v1/x", ""));
        assertThat(Calls.tree(answer.body()).at("/error/message").stringValue()).isNotBlank();
    }

    @Test
    void everyLengthHasWords() {
        for (var kind : Violation.Sized.values()) {
            for (var violation : List.of(
                    new Violation.TooLong(kind, 9, 8),
                    new Violation.TooShort(kind, 1, 2),
                    new Violation.TooShort(kind, 0, 1))) {
                var problem = new Problem.InvalidField(FieldPath.of("a").field("b"), violation);
                var answer = Calls.ADAPTER.explain(problem, Calls.post("/v1/x", ""));
                assertThat(answer.body().toUtf8()).contains("'a").contains("xpected");
            }
        }
    }

    @Test
    void aLookUpOfAModelHasWordsOfItsOwn() {
        var error = Calls.query(Calls.get("/v1/models/none", Map.of()), new StubServices())
                .get("error");
        assertThat(error.get("message").stringValue()).isEqualTo("The model 'none' does not exist");
        assertThat(error.get("param").stringValue()).isEqualTo("model");
    }

    @Test
    void otherMediaTypesAreRefusedBeforeTheyAreRead() {
        var body = new Body.Raw("text/plain", Bytes.ofUtf8("model=x"));
        var call = Calls.call(Call.Method.POST, "/v1/chat/completions", Map.of(), body);
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                llmsim.api.problem.ProblemException.class, () -> Calls.parse(call, new StubServices()))
                        .problem())
                .isEqualTo(new Problem.UnsupportedMediaType("text/plain", "application/json"));
    }

    private static Arguments row(Problem problem, int status, String type, String param, String code, String message) {
        return Arguments.of(problem, status, type, param, code, message);
    }

    private static Arguments stated(Category category, int status, String type, String code) {
        var problem = new Problem.Stated(category, "as it was stated", Optional.empty());
        return row(problem, status, type, null, code, "as it was stated");
    }

    private static Arguments limited(
            Quantity quantity, long limit, long used, long requested, Duration advice, String type, String message) {
        return limited(quantity, Period.MINUTE, limit, used, requested, advice, type, message);
    }

    private static Arguments limited(
            Quantity quantity,
            Period period,
            long limit,
            long used,
            long requested,
            Duration advice,
            String type,
            String message) {
        var problem = new Problem.RateLimited("gpt-5", quantity, period, limit, used, requested, advice);
        return row(problem, 429, type, null, "rate_limit_exceeded", message);
    }
}

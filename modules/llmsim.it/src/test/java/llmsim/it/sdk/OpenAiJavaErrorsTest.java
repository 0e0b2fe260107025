package llmsim.it.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.RateLimitException;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import llmsim.api.problem.Category;
import llmsim.api.problem.Period;
import llmsim.api.problem.Problem;
import llmsim.api.problem.Quantity;
import llmsim.api.prompt.Prompt;
import llmsim.api.reply.Completion;
import llmsim.api.spi.GenerationContext;
import llmsim.api.spi.ResponseGenerator;
import llmsim.testkit.BaseUri;
import llmsim.testkit.LlmSimExtension;
import llmsim.testkit.Time;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each refusal becomes the exception that users of the SDK catch. */
class OpenAiJavaErrorsTest {
    @RegisterExtension
    static final LlmSimExtension LLM = LlmSimExtension.of(
            Time.VIRTUAL, llm -> llm.generator(new Failing()).strictModels(true).maxBodyBytes(100_000));

    private OpenAIClient client;

    @BeforeEach
    void connect(@BaseUri("openai") String base) {
        client = Clients.openAi(base);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void badValuesAreBadRequests() {
        var failure = failure(
                BadRequestException.class, Clients.hello().temperature(3.0).build());

        assertThat(failure.param()).contains("temperature");
        assertThat(failure.type()).contains("invalid_request_error");
        assertThat(failure.code()).contains("decimal_above_max_value");
    }

    @Test
    void promptsThatAreTooLongAreBadRequests() {
        var params = ChatCompletionCreateParams.builder()
                .model("gpt-4")
                .addUserMessage("word ".repeat(12_000))
                .build();

        assertThat(failure(BadRequestException.class, params).code()).contains("context_length_exceeded");
    }

    @Test
    void unknownModelsAreNotFoundIfAskedFor() {
        var failure =
                failure(NotFoundException.class, Clients.hello().model("gpt-17").build());

        assertThat(failure.code()).contains("model_not_found");
    }

    @Test
    void unknownPathsAreNotFound(@BaseUri("openai") String base) {
        reconnect(base + "/nowhere", 0);

        assertThatThrownBy(() -> client.models().list()).isInstanceOf(NotFoundException.class);
    }

    @Test
    void bodiesThatAreTooLargeAreRefused() {
        var params = Clients.hello().addUserMessage("x".repeat(200_000)).build();

        assertThat(failure(OpenAIServiceException.class, params).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "AUTHENTICATION, 401, com.openai.errors.UnauthorizedException",
        "PERMISSION, 403, com.openai.errors.PermissionDeniedException",
        "NOT_FOUND, 404, com.openai.errors.NotFoundException",
        "UNPROCESSABLE, 422, com.openai.errors.UnprocessableEntityException",
        "RATE_LIMIT, 429, com.openai.errors.RateLimitException",
        "QUOTA, 429, com.openai.errors.RateLimitException",
        "SERVER_ERROR, 500, com.openai.errors.InternalServerException",
        "UNAVAILABLE, 503, com.openai.errors.InternalServerException",
        "TIMEOUT, 504, com.openai.errors.InternalServerException"
    })
    void problemsHaveTheirExceptions(Category category, int status, Class<? extends OpenAIServiceException> type) {
        var whole = failure(type, fail(category));

        assertThat(whole.statusCode()).isEqualTo(status);
        assertThat(whole.headers().values("x-request-id")).hasSize(1);
        assertThatThrownBy(() -> {
                    try (var stream = client.chat().completions().createStreaming(fail(category))) {
                        stream.stream().toList();
                    }
                })
                .isInstanceOf(type);
    }

    @Test
    void retriesAsOftenAsItIsTold(@BaseUri("openai") String base) {
        reconnect(base, 3);
        var params = Clients.hello().addUserMessage("RATE_LIMIT twice").build();

        assertThat(Clients.texts(client.chat().completions().create(params))).containsExactly("at last");
    }

    private void reconnect(String base, int maxRetries) {
        client.close();
        client = Clients.openAi(base, maxRetries);
    }

    @Test
    void adviceWhenToRetryIsInTheHeaders() {
        var failure = failure(RateLimitException.class, fail(Category.RATE_LIMIT));

        assertThat(failure.headers().values("retry-after")).containsExactly("1");
        assertThat(failure.headers().values("retry-after-ms")).containsExactly("1");
    }

    private <E extends OpenAIServiceException> E failure(Class<E> type, ChatCompletionCreateParams params) {
        return catchThrowableOfType(type, () -> client.chat().completions().create(params));
    }

    private static ChatCompletionCreateParams fail(Category category) {
        return Clients.hello().addUserMessage(category.name()).build();
    }

    /** Fails as the last message says: always, or {@code twice}. */
    private static final class Failing implements ResponseGenerator {
        private final AtomicInteger failures = new AtomicInteger();

        @Override
        public String name() {
            return "failing";
        }

        @Override
        public Completion generate(Prompt prompt, GenerationContext context) {
            var said = prompt.lastUserText();
            if (said.endsWith(" twice") && failures.incrementAndGet() > 2) {
                return Completion.text("at last");
            }
            throw problem(Category.valueOf(said.replace(" twice", ""))).asException();
        }

        private static Problem problem(Category category) {
            return category == Category.RATE_LIMIT
                    ? new Problem.RateLimited("gpt-4o", Quantity.REQUESTS, Period.MINUTE, 3, 3, 1, Duration.ofMillis(1))
                    : new Problem.Stated(category, "As you wish", Optional.empty());
        }
    }
}

package llmsim.it.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.ReasoningEffort;
import com.openai.models.ResponseFormatText;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletion.Choice.FinishReason;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionContentPart;
import com.openai.models.chat.completions.ChatCompletionContentPartImage;
import com.openai.models.chat.completions.ChatCompletionContentPartImage.ImageUrl;
import com.openai.models.chat.completions.ChatCompletionContentPartText;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionCreateParams.Metadata;
import com.openai.models.chat.completions.ChatCompletionToolChoiceOption.Auto;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import llmsim.testkit.BaseUri;
import llmsim.testkit.LlmSimTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("deprecation") // of fields that the provider would like to be rid of, and clients still send
@LlmSimTest("response.target_tokens=40")
class OpenAiJavaChatTest {
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
    void creates() {
        var completion = create(Clients.hello().build());

        assertThat(completion.id()).startsWith("chatcmpl-");
        assertThat(completion.model()).isEqualTo("gpt-4o");
        assertThat(completion.choices()).hasSize(1);
        assertThat(completion.choices().getFirst().finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(completion.usage().orElseThrow().completionTokens()).isEqualTo(40);
        assertThat(completion.usage().orElseThrow().totalTokens())
                .isEqualTo(completion.usage().orElseThrow().promptTokens() + 40);
    }

    @Test
    void streams() {
        var chunks = stream(Clients.hello().build());

        assertThat(chunks.stream().map(ChatCompletionChunk::id).distinct()).hasSize(1);
        assertThat(chunks.stream().map(ChatCompletionChunk::created).distinct()).hasSize(1);
        assertThat(chunks.stream()
                        .flatMap(chunk -> chunk.choices().stream())
                        .filter(choice -> choice.delta().role().isPresent()))
                .hasSize(1);
        assertThat(chunks.stream().filter(chunk -> chunk.usage().isPresent())).isEmpty();
        assertThat(joined(chunks)).isEqualTo(text(create(Clients.hello().build())));
    }

    @Test
    void accumulatesAStreamToTheWholeAnswer() {
        var params = Clients.hello().n(3).seed(7).logprobs(true).topLogprobs(2).build();
        var accumulator = ChatCompletionAccumulator.create();
        try (var stream = client.chat().completions().createStreaming(Clients.withUsage(params))) {
            stream.stream().forEach(accumulator::accumulate);
        }
        var streamed = accumulator.chatCompletion();
        var whole = create(params);

        assertThat(Clients.texts(streamed))
                .isEqualTo(Clients.texts(whole))
                .hasSize(3)
                .doesNotHaveDuplicates();
        assertThat(streamed.usage()).isEqualTo(whole.usage());
        assertThat(streamed.choices())
                .extracting(ChatCompletion.Choice::finishReason)
                .containsOnly(FinishReason.STOP);
        assertThat(streamed.choices().stream()
                        .map(choice -> choice.logprobs().orElseThrow().content()))
                .isEqualTo(whole.choices().stream()
                        .map(choice -> choice.logprobs().orElseThrow().content())
                        .toList());
    }

    @Test
    void choicesOfAStreamBeginTogether() {
        var chunks = stream(Clients.hello().n(4).build());

        assertThat(chunks.stream().limit(4).flatMap(chunk -> chunk.choices().stream()))
                .extracting(
                        choice -> choice.index(),
                        choice -> choice.delta().role().isPresent())
                .containsExactly(tuple(0L, true), tuple(1L, true), tuple(2L, true), tuple(3L, true));
    }

    @Test
    void logprobsAreOfTheTextsTokens() {
        var choice = create(Clients.hello().logprobs(true).topLogprobs(3).build())
                .choices()
                .getFirst();
        var logprobs = choice.logprobs().orElseThrow().content().orElseThrow();

        assertThat(logprobs).hasSize(40).allSatisfy(token -> {
            assertThat(token.logprob()).isNegative();
            assertThat(token.topLogprobs())
                    .hasSize(3)
                    .first()
                    .satisfies(top -> assertThat(top.token()).isEqualTo(token.token()));
        });
        assertThat(logprobs.stream().map(token -> token.token()).collect(Collectors.joining()))
                .isEqualTo(choice.message().content().orElseThrow());
    }

    @Test
    void endsAtTheTokenLimit() {
        var cut = create(Clients.hello().maxCompletionTokens(7).build());
        var older = create(Clients.hello().maxTokens(7).build());

        assertThat(cut.choices().getFirst().finishReason()).isEqualTo(FinishReason.LENGTH);
        assertThat(cut.usage().orElseThrow().completionTokens()).isEqualTo(7);
        assertThat(text(create(Clients.hello().build()))).startsWith(text(cut)).isNotEqualTo(text(cut));
        assertThat(text(older)).isEqualTo(text(cut));
    }

    @Test
    void endsAtAStopSequence() {
        var whole = text(create(Clients.hello().build()));
        var stop = whole.substring(20, 24);
        var cut = create(Clients.hello().stopOfStrings(List.of("@never@", stop)).build());

        assertThat(cut.choices().getFirst().finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(text(cut)).isEqualTo(whole.substring(0, whole.indexOf(stop)));
    }

    @Test
    void takesEverythingThatTheSdkCanSay() {
        var completion = create(Clients.hello()
                .addDeveloperMessage("Be short.")
                .addSystemMessage("Be kind.")
                .addUserMessageOfArrayOfContentParts(List.of(
                        ChatCompletionContentPart.ofText(ChatCompletionContentPartText.builder()
                                .text("What is this?")
                                .build()),
                        ChatCompletionContentPart.ofImageUrl(ChatCompletionContentPartImage.builder()
                                .imageUrl(ImageUrl.builder()
                                        .url("https://example.com/cat.png")
                                        .detail(ImageUrl.Detail.LOW)
                                        .build())
                                .build())))
                .addFunctionTool(weather())
                .toolChoice(Auto.NONE)
                .parallelToolCalls(false)
                .responseFormat(ResponseFormatText.builder().build())
                .metadata(Metadata.builder()
                        .putAdditionalProperty("run", JsonValue.from("7"))
                        .build())
                .user("ann")
                .temperature(0.3)
                .topP(0.9)
                .presencePenalty(0.1)
                .frequencyPenalty(0.2)
                .seed(11)
                .build());

        assertThat(text(completion)).isNotBlank();
        assertThat(completion.usage().orElseThrow().promptTokens()).isGreaterThan(85);
    }

    @Test
    void countsReasoning() {
        var params = ChatCompletionCreateParams.builder()
                .model("o3")
                .addUserMessage("Think!")
                .reasoningEffort(ReasoningEffort.HIGH)
                .build();
        var usage = create(params).usage().orElseThrow();
        var accumulator = ChatCompletionAccumulator.create();
        stream(Clients.withUsage(params)).forEach(accumulator::accumulate);

        assertThat(usage.completionTokensDetails()
                        .orElseThrow()
                        .reasoningTokens()
                        .orElseThrow())
                .isPositive();
        assertThat(usage.completionTokens()).isGreaterThan(40);
        assertThat(accumulator.chatCompletion().usage()).contains(usage);
    }

    @Test
    void fillsInItsRawHeaders() {
        try (var raw = client.chat()
                .completions()
                .withRawResponse()
                .create(Clients.hello().build())) {
            assertThat(raw.statusCode()).isEqualTo(200);
            assertThat(raw.headers().values("x-request-id"))
                    .singleElement()
                    .asString()
                    .startsWith("req_");
            assertThat(raw.headers().values("openai-processing-ms")).hasSize(1);
            assertThat(raw.parse().choices()).hasSize(1);
        }
    }

    @Test
    void aStreamCanBeLeftInTheMiddle() {
        try (var stream =
                client.chat().completions().createStreaming(Clients.hello().build())) {
            assertThat(stream.stream().findFirst()).isPresent();
        }
        assertThat(text(create(Clients.hello().build()))).isNotBlank();
    }

    private static FunctionDefinition weather() {
        return FunctionDefinition.builder()
                .name("get_weather")
                .description("The weather of a city")
                .parameters(FunctionParameters.builder()
                        .putAdditionalProperty("type", JsonValue.from("object"))
                        .putAdditionalProperty("properties", JsonValue.from(Map.of("city", Map.of("type", "string"))))
                        .build())
                .build();
    }

    private ChatCompletion create(ChatCompletionCreateParams params) {
        return client.chat().completions().create(params);
    }

    private List<ChatCompletionChunk> stream(ChatCompletionCreateParams params) {
        try (var stream = client.chat().completions().createStreaming(params)) {
            return stream.stream().toList();
        }
    }

    private static String text(ChatCompletion completion) {
        return Clients.texts(completion).getFirst();
    }

    private static String joined(List<ChatCompletionChunk> chunks) {
        return chunks.stream()
                .flatMap(chunk -> chunk.choices().stream())
                .flatMap(choice -> choice.delta().content().stream())
                .collect(Collectors.joining());
    }
}

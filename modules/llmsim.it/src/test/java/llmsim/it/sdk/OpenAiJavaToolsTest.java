package llmsim.it.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.openai.client.OpenAIClient;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletion.Choice.FinishReason;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionToolChoiceOption;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import java.util.List;
import llmsim.testkit.BaseUri;
import llmsim.testkit.LlmSimTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** openai-java's typed tools and structured outputs, with its validation of answers on. */
@SuppressWarnings("deprecation") // of the seed, which clients still send
@LlmSimTest
class OpenAiJavaToolsTest {
    private static final String QUESTION = "What's the weather like in San Francisco?";

    @JsonClassDescription("Current weather of a city")
    static final class GetWeather {
        @JsonPropertyDescription("name of the city")
        public String location;

        public Unit unit;
    }

    enum Unit {
        CELSIUS,
        FAHRENHEIT
    }

    static final class Person {
        public String name;
        public int age;
        public List<String> languages;
    }

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
    void aToolIsCalledAndTheLoopEnds() {
        var params = asking(QUESTION).addTool(GetWeather.class);
        var first = create(params.build());
        var call = onlyCall(first);

        assertThat(first.choices().getFirst().finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
        assertThat(call.function().arguments(GetWeather.class).location).isEqualTo("San Francisco");

        params.addMessage(first.choices().getFirst().message())
                .addMessage(ChatCompletionToolMessageParam.builder()
                        .toolCallId(call.id())
                        .content("21 degrees")
                        .build());
        var last = create(params.build());

        assertThat(last.choices().getFirst().finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(Clients.texts(last).getFirst()).contains("21 degrees");
    }

    @Test
    void aStreamGathersToTheSameCall() {
        var params = asking(QUESTION).seed(1).addTool(GetWeather.class).build();
        var gathered = ChatCompletionAccumulator.create();
        try (var stream = client.chat().completions().createStreaming(params)) {
            stream.stream().forEach(gathered::accumulate);
        }

        assertThat(onlyCall(gathered.chatCompletion()).function())
                .isEqualTo(onlyCall(create(params)).function());
    }

    @Test
    void aRequiredToolIsCalledWhateverIsAsked() {
        var params = asking("Hello")
                .addTool(GetWeather.class)
                .toolChoice(ChatCompletionToolChoiceOption.Auto.REQUIRED)
                .build();

        assertThat(onlyCall(create(params)).function().arguments(GetWeather.class).unit)
                .isNotNull();
    }

    @Test
    void anObjectIsFilled() {
        var params =
                asking("Who was Ada Lovelace?").responseFormat(Person.class).build();

        var person = client.chat()
                .completions()
                .create(params)
                .choices()
                .getFirst()
                .message()
                .content();

        assertThat(person.orElseThrow().name).isNotBlank();
        assertThat(person.orElseThrow().languages).isNotNull();
    }

    private ChatCompletion create(ChatCompletionCreateParams params) {
        return client.chat().completions().create(params);
    }

    private static ChatCompletionCreateParams.Builder asking(String question) {
        return ChatCompletionCreateParams.builder().model("gpt-4o").addUserMessage(question);
    }

    private static ChatCompletionMessageFunctionToolCall onlyCall(ChatCompletion completion) {
        var calls = completion.choices().getFirst().message().toolCalls().orElseThrow();
        assertThat(calls).hasSize(1);
        return calls.getFirst().asFunction();
    }
}

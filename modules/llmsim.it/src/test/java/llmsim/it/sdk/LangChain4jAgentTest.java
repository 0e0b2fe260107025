package llmsim.it.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.UserMessage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import llmsim.testkit.BaseUri;
import llmsim.testkit.LlmSimTest;
import org.junit.jupiter.api.Test;

/** LangChain4j's AI services: tools are called with what they take, their loop ends, and records are filled. */
@LlmSimTest
class LangChain4jAgentTest {
    private static final String QUESTION = "What's the weather like in Paris?";

    private final Weather weather = new Weather();

    /** A tool as users of LangChain4j write it. */
    static final class Weather {
        private final List<String> asked = new CopyOnWriteArrayList<>();

        @Tool("Current weather of a city")
        String weather(@P("name of the city") String city) {
            asked.add(city);
            return "21 degrees in " + city;
        }
    }

    interface Assistant {
        String chat(String question);
    }

    interface StreamingAssistant {
        TokenStream chat(String question);
    }

    record Person(String name, int age, List<String> languages) {}

    interface Extractor {
        @UserMessage("Extract the person from: {{it}}")
        Person person(String text);
    }

    @Test
    void aToolIsCalledAndItsResultToldOn(@BaseUri("openai") String base) {
        var assistant = AiServices.builder(Assistant.class)
                .chatModel(model(base).build())
                .tools(weather)
                .build();

        assertThat(assistant.chat(QUESTION)).contains("21 degrees in Paris");
        assertThat(weather.asked).containsExactly("Paris");
    }

    @Test
    void theSameStreamed(@BaseUri("openai") String base) throws Exception {
        var model = OpenAiStreamingChatModel.builder()
                .baseUrl(base)
                .apiKey("sk-nobody-checks")
                .modelName("gpt-4o")
                .build();
        var assistant = AiServices.builder(StreamingAssistant.class)
                .streamingChatModel(model)
                .tools(weather)
                .build();
        var text = new CompletableFuture<String>();
        assistant
                .chat(QUESTION)
                .onPartialResponse(_ -> {})
                .onCompleteResponse(
                        response -> text.complete(response.aiMessage().text()))
                .onError(text::completeExceptionally)
                .start();

        assertThat(text.get(60, TimeUnit.SECONDS)).contains("21 degrees in Paris");
        assertThat(weather.asked).containsExactly("Paris");
    }

    @Test
    void recordsAreFilled(@BaseUri("openai") String base) {
        var strict = model(base)
                .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
                .strictJsonSchema(true)
                .build();

        var person = AiServices.create(Extractor.class, strict).person("Ada Lovelace, 36, speaks English.");

        assertThat(person.name()).isNotBlank();
        assertThat(person.languages()).isNotNull();
    }

    private static OpenAiChatModel.OpenAiChatModelBuilder model(String base) {
        return OpenAiChatModel.builder()
                .baseUrl(base)
                .apiKey("sk-nobody-checks")
                .modelName("gpt-4o")
                .maxRetries(0);
    }
}

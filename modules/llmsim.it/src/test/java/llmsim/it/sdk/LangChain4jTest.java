package llmsim.it.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import llmsim.server.LlmSim;
import llmsim.testkit.BaseUri;
import llmsim.testkit.LlmSimTest;
import org.junit.jupiter.api.Test;

/** LangChain4j with its own HTTP client, which offers an upgrade to HTTP/2 with every request. */
@LlmSimTest("response.target_tokens=40")
class LangChain4jTest {
    @Test
    void chats(@BaseUri("openai") String base) {
        var response = model(base).build().chat(UserMessage.from("Hello!"));

        assertThat(response.aiMessage().text()).isNotBlank();
        assertThat(response.finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(response.tokenUsage().outputTokenCount()).isEqualTo(40);
        assertThat(response.tokenUsage().totalTokenCount())
                .isEqualTo(response.tokenUsage().inputTokenCount() + 40);
        assertThat(response.metadata().modelName()).isEqualTo("gpt-4o");
        assertThat(response.metadata().id()).startsWith("chatcmpl-");
    }

    @Test
    void endsAtTheTokenLimit(@BaseUri("openai") String base) {
        var response = model(base).maxCompletionTokens(5).build().chat(UserMessage.from("Hello!"));

        assertThat(response.finishReason()).isEqualTo(FinishReason.LENGTH);
        assertThat(response.tokenUsage().outputTokenCount()).isEqualTo(5);
    }

    @Test
    void streams(@BaseUri("openai") String base, LlmSim llm) throws Exception {
        var heard = new Heard();
        OpenAiStreamingChatModel.builder()
                .baseUrl(base)
                .apiKey("sk-nobody-checks")
                .modelName("gpt-4o")
                .build()
                .chat("Hello!", heard);
        var streamed = heard.complete.get(60, TimeUnit.SECONDS);
        var whole = model(base).build().chat(UserMessage.from("Hello!"));

        assertThat(String.join("", heard.partials))
                .isEqualTo(streamed.aiMessage().text());
        assertThat(streamed.aiMessage().text()).isEqualTo(whole.aiMessage().text());
        assertThat(streamed.finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(streamed.tokenUsage().outputTokenCount()).isEqualTo(40);
        assertThat(streamed.tokenUsage().inputTokenCount())
                .isEqualTo(whole.tokenUsage().inputTokenCount());
        assertThat(llm.statistics().streamingRequests()).isPositive();
    }

    @Test
    void errorsKeepTheirKind(@BaseUri("openai") String base) {
        var wrong = model(base).temperature(7.0).maxRetries(0).build();

        assertThatThrownBy(() -> wrong.chat("Hello!"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("temperature");
    }

    private static OpenAiChatModel.OpenAiChatModelBuilder model(String base) {
        return OpenAiChatModel.builder()
                .baseUrl(base)
                .apiKey("sk-nobody-checks")
                .modelName("gpt-4o");
    }

    private static final class Heard implements StreamingChatResponseHandler {
        private final Queue<String> partials = new ConcurrentLinkedQueue<>();
        private final CompletableFuture<ChatResponse> complete = new CompletableFuture<>();

        @Override
        public void onPartialResponse(String partial) {
            partials.add(partial);
        }

        @Override
        public void onCompleteResponse(ChatResponse response) {
            complete.complete(response);
        }

        @Override
        public void onError(Throwable error) {
            complete.completeExceptionally(error);
        }
    }
}

package llmsim.it.sdk;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import java.time.Duration;
import java.util.List;

/** Clients that check every answer against the SDK's own schema. */
final class Clients {
    private Clients() {}

    static OpenAIClient openAi(String baseUrl) {
        return openAi(baseUrl, 0);
    }

    static OpenAIClient openAi(String baseUrl, int maxRetries) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(baseUrl)
                .apiKey("sk-nobody-checks")
                .responseValidation(true)
                .maxRetries(maxRetries)
                .timeout(Duration.ofSeconds(60))
                .build();
    }

    /** A request that asks for a short answer. */
    static ChatCompletionCreateParams.Builder hello() {
        return ChatCompletionCreateParams.builder().model("gpt-4o").addUserMessage("Hello!");
    }

    /** The same with usage at the end of a stream. */
    static ChatCompletionCreateParams withUsage(ChatCompletionCreateParams params) {
        return params.toBuilder()
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build())
                .build();
    }

    static List<String> texts(ChatCompletion completion) {
        return completion.choices().stream()
                .map(choice -> choice.message().content().orElse(""))
                .toList();
    }
}

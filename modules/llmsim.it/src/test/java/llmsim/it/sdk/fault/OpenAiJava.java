package llmsim.it.sdk.fault;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.Sleeper;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseStreamEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import llmsim.server.LlmSim;

/** openai-java as a usual program uses it. It has no client for WebSockets. */
final class OpenAiJava {
    private final LlmSim llm;

    OpenAiJava(LlmSim llm) {
        this.llm = llm;
    }

    /** Asks over one API, and notes what it sees. */
    @FunctionalInterface
    interface Api {
        void ask(Asked asked, Seen seen);
    }

    Map<String, Api> apis() {
        var apis = new LinkedHashMap<String, Api>();
        apis.put("Chat, streamed", this::chatStreamed);
        apis.put("Chat, whole", this::chatWhole);
        apis.put("Responses, streamed", this::responsesStreamed);
        apis.put("Responses, whole", this::responsesWhole);
        return apis;
    }

    private OpenAIClient client(Asked asked) {
        var builder = OpenAIOkHttpClient.builder()
                .baseUrl(llm.baseUri("openai").toString())
                .apiKey("any")
                .timeout(asked.patience())
                .sleeper(new Restless());
        asked.headers().forEach(builder::putHeader);
        asked.retries().ifPresent(builder::maxRetries);
        return builder.build();
    }

    private void chatStreamed(Asked asked, Seen seen) {
        var client = client(asked);
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(Questions.chat(asked, true))) {
            stream.stream().forEach(chunk -> Looking.at(chunk, seen));
        } finally {
            client.close();
        }
    }

    private void chatWhole(Asked asked, Seen seen) {
        var client = client(asked);
        try {
            Looking.at(client.chat().completions().create(Questions.chat(asked, false)), seen);
        } finally {
            client.close();
        }
    }

    private void responsesStreamed(Asked asked, Seen seen) {
        var client = client(asked);
        try (StreamResponse<ResponseStreamEvent> stream =
                client.responses().createStreaming(Questions.response(asked))) {
            stream.stream().forEach(event -> Looking.at(event, seen));
        } finally {
            client.close();
        }
    }

    private void responsesWhole(Asked asked, Seen seen) {
        var client = client(asked);
        try {
            Response response = client.responses().create(Questions.response(asked));
            Looking.at(response, seen);
        } finally {
            client.close();
        }
    }

    /** The waits between tries take no time. */
    private static final class Restless implements Sleeper {
        @Override
        public void sleep(Duration duration) {}

        @Override
        public CompletableFuture<Void> sleepAsync(Duration duration) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {}
    }
}

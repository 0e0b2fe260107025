package llmsim.it.observe;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import llmsim.server.LlmSim;
import tools.jackson.databind.json.JsonMapper;

/** Requests of all kinds at once: whole, streamed, broken, refused, cancelled, unreadable, and over a WebSocket. */
public final class Mix {
    private static final List<String> FAULTS = List.of("reset@2", "close@50%", "503", "429", "crlf", "missing_end");
    private final LlmSim llm;
    private final HttpClient client;
    private final AtomicInteger sent = new AtomicInteger();
    private final Map<String, Long> usage = new ConcurrentHashMap<>();

    public Mix(LlmSim llm, HttpClient client) {
        this.llm = llm;
        this.client = client;
    }

    /** How many requests were sent. */
    int sent() {
        return sent.get();
    }

    /** Completion tokens by request id, of the whole answers that said so. */
    Map<String, Long> usage() {
        return usage;
    }

    /** Sends so many, one after the other. */
    public void run(long seed, int number) {
        var random = new SplittableRandom(seed);
        for (var i = 0; i < number; i++) {
            try {
                one(random);
            } catch (IOException | ExecutionException _) {
                // Broken on purpose.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void one(SplittableRandom random) throws IOException, InterruptedException, ExecutionException {
        sent.incrementAndGet();
        switch (random.nextInt(7)) {
            case 0 -> whole();
            case 1 -> client.send(chat(true, "gpt-5").build(), BodyHandlers.ofString());
            case 2 -> client.send(responses(random.nextBoolean()), BodyHandlers.ofString());
            case 3 -> broken(FAULTS.get(random.nextInt(FAULTS.size())));
            case 4 -> unreadable();
            case 5 -> cancelled();
            default -> overWebSocket();
        }
    }

    private void whole() throws IOException, InterruptedException {
        var answer = client.send(chat(false, "gpt-4o").build(), BodyHandlers.ofString());
        var json = JsonMapper.shared().readTree(answer.body());
        usage.put(
                answer.headers().firstValue("x-request-id").orElseThrow(),
                json.at("/usage/completion_tokens").asLong());
    }

    private void broken(String fault) throws IOException, InterruptedException {
        client.send(chat(true, "o3").header("x-llmsim-fault", fault).build(), BodyHandlers.ofString());
    }

    private void unreadable() throws IOException, InterruptedException {
        var request = post("/openai/v1/chat/completions", "{").build();
        client.send(request, BodyHandlers.ofString());
    }

    /** The client goes after the head of the answer. */
    private void cancelled() throws IOException, InterruptedException {
        var request =
                chat(true, "gpt-4o").header("x-llmsim-target-tokens", "2000").build();
        HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
        answer.body().close();
    }

    private void overWebSocket() throws InterruptedException, ExecutionException {
        var done = new CompletableFuture<Void>();
        var uri = URI.create(llm.uri().toString().replace("http", "ws") + "/openai/v1/responses");
        var socket = client.newWebSocketBuilder()
                .header("authorization", "Bearer sk-test")
                .buildAsync(uri, new UntilCompleted(done))
                .get();
        socket.sendText("{\"type\":\"response.create\",\"model\":\"gpt-5\",\"input\":\"Hi\"}", true)
                .get();
        done.get();
        socket.abort();
    }

    private HttpRequest.Builder chat(boolean stream, String model) {
        return post(
                "/openai/v1/chat/completions",
                "{\"model\":\"%s\",\"stream\":%b,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"
                        .formatted(model, stream));
    }

    private HttpRequest responses(boolean stream) {
        return post("/openai/v1/responses", "{\"model\":\"gpt-5\",\"stream\":" + stream + ",\"input\":\"Hi\"}")
                .build();
    }

    private HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(URI.create(llm.uri() + path))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private static final class UntilCompleted implements WebSocket.Listener {
        private final CompletableFuture<Void> done;
        private final StringBuilder text = new StringBuilder();

        UntilCompleted(CompletableFuture<Void> done) {
            this.done = done;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last && text.indexOf("\"response.completed\"") >= 0) {
                done.complete(null);
            }
            if (last) {
                text.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            done.completeExceptionally(error);
        }
    }
}

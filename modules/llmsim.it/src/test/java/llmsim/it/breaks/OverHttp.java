package llmsim.it.breaks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import llmsim.server.LlmSim;
import llmsim.server.LlmSimBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A simulator behind a port, and a client of it. Headers are names and values in turn. */
record OverHttp(LlmSim llm, HttpClient http) implements AutoCloseable {
    static final String CHAT = "/openai/v1/chat/completions";
    static final String RESPONSES = "/openai/v1/responses";

    static OverHttp of(LlmSimBuilder builder) {
        return new OverHttp(
                builder.port(0).host("127.0.0.1").set("log.level", "off").start(), HttpClient.newHttpClient());
    }

    HttpResponse<String> chat(String model, String... headers) throws IOException, InterruptedException {
        return post(CHAT, chatBody(model, "Hi", false), headers);
    }

    HttpResponse<String> chatStream(String model, String... headers) throws IOException, InterruptedException {
        return post(CHAT, chatBody(model, "Hi", true), headers);
    }

    static String chatBody(String model, String text, boolean stream) {
        return "{\"model\":\"%s\",\"stream\":%b,\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
                .formatted(model, stream, text);
    }

    HttpResponse<String> post(String path, String json, String... headers) throws IOException, InterruptedException {
        var request = request(path, headers).POST(BodyPublishers.ofString(json));
        return http.send(request.header("content-type", "application/json").build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return http.send(request(path, headers).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(llm.uri().resolve(path));
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    JsonNode statistics() throws IOException, InterruptedException {
        return json(get("/llmsim/stats"));
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    /** What the assistant says in a whole chat. */
    static String said(HttpResponse<String> chat) {
        return json(chat).at("/choices/0/message/content").asString("");
    }

    /** Opens a WebSocket of the Responses API. */
    Talk talk(String... headers) {
        var answers = new LinkedBlockingQueue<String>();
        var opening = http.newWebSocketBuilder();
        for (var i = 0; i < headers.length; i += 2) {
            opening.header(headers[i], headers[i + 1]);
        }
        var uri = URI.create(llm.uri().toString().replaceFirst("http", "ws") + RESPONSES);
        return new Talk(opening.buildAsync(uri, new Hearing(answers)).join(), answers);
    }

    @Override
    public void close() {
        http.close();
        llm.close();
    }

    /** A WebSocket. */
    record Talk(WebSocket socket, BlockingQueue<String> answers) implements AutoCloseable {
        private static final Set<String> LAST = Set.of("error", "response.completed", "response.failed");

        /** Asks for a response; the events to its end. */
        List<JsonNode> ask(String text) throws InterruptedException {
            socket.sendText("{\"type\":\"response.create\",\"model\":\"gpt-4o\",\"input\":\"" + text + "\"}", true)
                    .join();
            var events = new ArrayList<JsonNode>();
            do {
                events.add(JsonMapper.shared().readTree(answers.take()));
            } while (!LAST.contains(events.getLast().path("type").asString("")));
            return events;
        }

        @Override
        public void close() {
            socket.abort();
        }
    }

    private record Hearing(BlockingQueue<String> answers, StringBuilder message) implements WebSocket.Listener {
        Hearing(BlockingQueue<String> answers) {
            this(answers, new StringBuilder());
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                answers.add(message.toString());
                message.setLength(0);
            }
            return WebSocket.Listener.super.onText(socket, data, last);
        }
    }
}

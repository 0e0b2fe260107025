package llmsim.it.admin;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import llmsim.it.http.Sending;
import llmsim.server.LlmSim;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a server and its administration. */
record Admin(LlmSim llm, HttpClient client) {
    static final String KEY = "sk-very-secret";
    private static final JsonMapper JSON = JsonMapper.shared();

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        return Sending.send(client, llm.uri() + path, method, body, headers);
    }

    HttpResponse<String> get(String path) {
        return send("GET", path, "");
    }

    HttpResponse<String> patch(String change) {
        return send("PATCH", "/llmsim/config", change);
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /** A streamed chat. */
    HttpResponse<String> stream() {
        return send(
                "POST",
                "/openai/v1/chat/completions",
                "{\"model\":\"gpt-5\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}",
                "content-type",
                "application/json",
                "authorization",
                "Bearer " + KEY);
    }

    /** What a stream says. */
    static String text(HttpResponse<String> stream) {
        return stream.body()
                .lines()
                .filter(line -> line.startsWith("data: {"))
                .map(line -> JSON.readTree(line.substring(6)))
                .map(chunk -> chunk.path("choices")
                        .path(0)
                        .path("delta")
                        .path("content")
                        .asString(""))
                .collect(Collectors.joining());
    }
}

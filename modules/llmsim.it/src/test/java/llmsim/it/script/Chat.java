package llmsim.it.script;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chat completions without an SDK, whole and streamed. */
record Chat(URI base, Map<String, String> headers) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /**
     * What a client got.
     *
     * @param calls each as {@code id name arguments}
     */
    record Got(int status, String text, List<String> calls, String finish) {}

    Got whole(String message) throws IOException, InterruptedException {
        return answer(body(message, false));
    }

    /** What a whole body gets. */
    Got answer(String body) throws IOException, InterruptedException {
        var response = send(body);
        var json = JsonMapper.shared().readTree(response.body());
        return response.statusCode() == 200
                ? new Got(
                        200,
                        json.at("/choices/0/message/content").asString(""),
                        json.at("/choices/0/message/tool_calls")
                                .valueStream()
                                .map(Chat::call)
                                .toList(),
                        json.at("/choices/0/finish_reason").asString())
                : error(response.statusCode(), json);
    }

    Got streamed(String message) throws IOException, InterruptedException {
        var response = send(body(message, true));
        if (response.statusCode() != 200) {
            return error(response.statusCode(), JsonMapper.shared().readTree(response.body()));
        }
        var text = new StringBuilder();
        var calls = new TreeMap<Integer, StringBuilder>();
        var finish = "";
        for (var line : response.body()
                .lines()
                .filter(each -> each.startsWith("data: {"))
                .toList()) {
            var choice = JsonMapper.shared().readTree(line.substring(6)).at("/choices/0");
            text.append(choice.at("/delta/content").asString(""));
            choice.at("/delta/tool_calls").forEach(delta -> add(delta, calls));
            finish = choice.path("finish_reason").asString(finish);
        }
        return new Got(
                200,
                text.toString(),
                calls.values().stream().map(StringBuilder::toString).toList(),
                finish);
    }

    private static void add(JsonNode delta, TreeMap<Integer, StringBuilder> calls) {
        var call = calls.computeIfAbsent(delta.path("index").intValue(), _ -> new StringBuilder());
        if (delta.has("id")) {
            call.append(delta.path("id").asString())
                    .append(' ')
                    .append(delta.at("/function/name").asString())
                    .append(' ');
        }
        call.append(delta.at("/function/arguments").asString(""));
    }

    private static String call(JsonNode call) {
        return call.path("id").asString() + " " + call.at("/function/name").asString() + " "
                + call.at("/function/arguments").asString();
    }

    private static Got error(int status, JsonNode json) {
        return new Got(
                status,
                json.at("/error/type").asString() + ": "
                        + json.at("/error/message").asString(),
                new ArrayList<>(),
                "");
    }

    private static String body(String message, boolean stream) {
        return "{\"model\": \"gpt-4o\", \"stream\": " + stream + ", \"messages\": [{\"role\": \"user\", \"content\": \""
                + message + "\"}]}";
    }

    private HttpResponse<String> send(String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + "/chat/completions"))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(json));
        headers.forEach(request::header);
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** What several requests in a row got, in a line each. */
    String lines(int requests) throws IOException, InterruptedException {
        var lines = new ArrayList<String>();
        for (var i = 0; i < requests; i++) {
            lines.add(whole("Hi").text());
        }
        return lines.stream().collect(Collectors.joining(" "));
    }
}

package llmsim.it.openapi;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import llmsim.server.LlmSim;

/** A call, and the status that it is answered with. */
record Ask(String method, String target, String body, int status) {
    static Ask of(String method, String target, int status) {
        return new Ask(method, target, "", status);
    }

    static Ask with(String method, String target, String body, int status) {
        return new Ask(method, target, body, status);
    }

    HttpResponse<String> send(LlmSim llm, HttpClient client) {
        return send(llm, client, "content-type", "application/json");
    }

    HttpResponse<String> send(LlmSim llm, HttpClient client, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(llm.uri() + target))
                .headers(headers)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return status + " to " + method + " " + target + " " + (body.length() > 80 ? body.substring(0, 80) : body);
    }
}

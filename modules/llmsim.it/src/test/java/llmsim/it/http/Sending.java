package llmsim.it.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Sends calls whose answers are texts. */
public final class Sending {
    private Sending() {}

    /**
     * The answer to a call.
     *
     * @param body empty for none
     * @param headers names and values in turn; none for JSON
     */
    public static HttpResponse<String> send(
            HttpClient client, String uri, String method, String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(uri))
                .headers(headers.length > 0 ? headers : new String[] {"content-type", "application/json"})
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
}

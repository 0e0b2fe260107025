package llmsim.it.openapi;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import llmsim.it.http.Sending;
import llmsim.server.LlmSim;

/** A call, and the status that it is answered with. */
record Ask(String method, String target, String body, int status) {
    static Ask of(String method, String target, int status) {
        return new Ask(method, target, "", status);
    }

    static Ask with(String method, String target, String body, int status) {
        return new Ask(method, target, body, status);
    }

    HttpResponse<String> send(LlmSim llm, HttpClient client, String... headers) {
        return Sending.send(client, llm.uri() + target, method, body, headers);
    }

    @Override
    public String toString() {
        return status + " to " + method + " " + target + " " + (body.length() > 80 ? body.substring(0, 80) : body);
    }
}

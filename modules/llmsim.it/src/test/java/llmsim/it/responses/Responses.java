package llmsim.it.responses;

import java.util.List;
import java.util.Map;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Answer;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Headers;
import llmsim.engine.Incoming;
import llmsim.engine.Outlet;
import llmsim.engine.clock.VirtualClock;
import llmsim.engine.script.Script;
import llmsim.server.InProcess;
import llmsim.server.LlmSim;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One provider's Responses API without a server, at a time that stands still and with one seed. */
record Responses(String provider, InProcess process) implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Responses saying(String provider, Script script) {
        return new Responses(
                provider,
                LlmSim.builder()
                        .seed(1)
                        .latency("instant")
                        .clock(VirtualClock.automatic())
                        .script(script)
                        .inProcess());
    }

    Answer post(String path, String body) {
        return call(Call.Method.POST, path, Map.of(), new Body.Raw("application/json", Bytes.ofUtf8(body)));
    }

    Answer get(String path, Map<String, List<String>> query) {
        return call(Call.Method.GET, path, query, Body.EMPTY);
    }

    Answer delete(String path) {
        return call(Call.Method.DELETE, path, Map.of(), Body.EMPTY);
    }

    /** Posts, and lets the outlet hear the answer as it comes. */
    void handle(String path, String body, Outlet outlet) {
        process.simulator()
                .handle(
                        provider,
                        new Incoming(
                                Call.Method.POST,
                                "/v1" + path,
                                Map.of(),
                                Headers.NONE,
                                new Body.Raw("application/json", Bytes.ofUtf8(body))),
                        outlet);
    }

    /** The first id of a response in a text. */
    static String id(String text) {
        var from = text.indexOf("resp_");
        return text.substring(from, text.indexOf('"', from));
    }

    private Answer call(Call.Method method, String path, Map<String, List<String>> query, Body body) {
        return process.simulator().call(provider, new Incoming(method, "/v1" + path, query, Headers.NONE, body));
    }

    /** The answer to a request for a response. */
    JsonNode create(String body) {
        return tree(post("/responses", body));
    }

    /** The events of a stream, without its end mark. */
    List<JsonNode> events(String body) {
        return events(post("/responses", body));
    }

    static List<JsonNode> events(Answer answer) {
        return answer.body()
                .toUtf8()
                .lines()
                .filter(line -> line.startsWith("data: {"))
                .map(line -> JSON.readTree(line.substring("data: ".length())))
                .toList();
    }

    static JsonNode tree(Answer answer) {
        return JSON.readTree(answer.body().toUtf8());
    }

    @Override
    public void close() {
        process.close();
    }
}

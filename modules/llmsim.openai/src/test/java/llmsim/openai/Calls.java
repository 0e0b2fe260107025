package llmsim.openai;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.Services;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Caller;
import llmsim.api.exchange.Headers;
import llmsim.api.problem.Problem;
import llmsim.api.problem.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of the adapter without a server. */
public final class Calls {
    public static final OpenAiAdapter ADAPTER = new OpenAiAdapter();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Calls() {}

    public static Call get(String path, Map<String, List<String>> query) {
        return call(Call.Method.GET, path, query, Body.EMPTY);
    }

    public static Call post(String path, String json) {
        return call(Call.Method.POST, path, Map.of(), new Body.Raw("application/json", Bytes.ofUtf8(json)));
    }

    public static Call call(Call.Method method, String path, Map<String, List<String>> query, Body body) {
        return new Call("req_1", method, path, Map.of(), query, Headers.NONE, body, Caller.ANONYMOUS, 0, Instant.EPOCH);
    }

    /** The operation of a call, by the endpoint whose path fits. */
    public static Operation parse(Call call, Services services) {
        for (var endpoint : ADAPTER.endpoints()) {
            var parameters = match(endpoint, call);
            if (parameters != null) {
                return endpoint.parser().parse(call.withPathParameters(parameters), services);
            }
        }
        throw new AssertionError("no endpoint for " + call.method() + " " + call.path());
    }

    private static @org.jspecify.annotations.Nullable Map<String, String> match(Endpoint endpoint, Call call) {
        var wanted = endpoint.path().split("/", -1);
        var given = call.path().split("/", -1);
        if (endpoint.method() != call.method() || wanted.length != given.length) {
            return null;
        }
        var parameters = new java.util.HashMap<String, String>();
        for (var at = 0; at < wanted.length; at++) {
            if (wanted[at].startsWith("{")) {
                parameters.put(wanted[at].replaceAll("[{.}]", ""), given[at]);
            } else if (!wanted[at].equals(given[at])) {
                return null;
            }
        }
        return parameters;
    }

    public static Operation.Generation chat(String json) {
        return (Operation.Generation) parse(post("/v1/chat/completions", json), new StubServices());
    }

    /** The problem of a chat request that must not be accepted. */
    public static Problem refused(String json) {
        try {
            throw new AssertionError("was accepted: " + chat(json).request());
        } catch (ProblemException refused) {
            return refused.problem();
        }
    }

    /** A query's answer as a tree, or the error if it has none. */
    public static JsonNode query(Call call, Services services) {
        try {
            var query = (Operation.Query) parse(call, services);
            return tree(query.answering().answer(services).body());
        } catch (ProblemException refused) {
            return tree(ADAPTER.explain(refused.problem(), call).body());
        }
    }

    public static JsonNode tree(Bytes json) {
        return JSON.readTree(json.toUtf8());
    }

    public static JsonNode tree(String json) {
        return JSON.readTree(json);
    }
}

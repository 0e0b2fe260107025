package llmsim.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import llmsim.api.exchange.Body;
import llmsim.api.exchange.Call;
import llmsim.api.exchange.Caller;
import llmsim.api.exchange.Headers;
import llmsim.api.problem.Problem;
import llmsim.api.spi.ProviderAdapter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An adapter that is asked to explain problems. */
record Explaining(ProviderAdapter adapter) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Call CALL = new Call(
            "req_1",
            Call.Method.POST,
            "/v1/nowhere",
            Map.of(),
            Map.of(),
            Headers.NONE,
            Body.EMPTY,
            Caller.ANONYMOUS,
            0,
            Instant.EPOCH);

    /** The explanation, which must be well-formed. */
    Explained explain(Problem problem) {
        var answer = adapter.explain(problem, CALL);
        assertNotNull(answer, () -> "no explanation of " + problem);
        if (problem instanceof Problem.WithStatus own) {
            assertEquals(own.status(), answer.status(), () -> "the status of " + problem);
        } else {
            var family = problem.category().usualStatus() / 100;
            assertEquals(family, answer.status() / 100, () -> answer.status() + " for " + problem);
        }
        assertTrue(answer.contentType().startsWith("application/json"), () -> "not JSON, but " + answer.contentType());
        var json = JSON.readTree(answer.body().toByteArray());
        assertTrue(json.isObject() || json.isArray(), () -> "an explanation is an object or an array, unlike " + json);
        return new Explained(json);
    }

    /** An explanation. */
    record Explained(JsonNode json) {
        /** Whether one of its texts, at any depth, is as wanted. */
        boolean anyText(Predicate<String> wanted) {
            return json.isString()
                    ? wanted.test(json.stringValue())
                    : json.valueStream().anyMatch(child -> new Explained(child).anyText(wanted));
        }
    }
}

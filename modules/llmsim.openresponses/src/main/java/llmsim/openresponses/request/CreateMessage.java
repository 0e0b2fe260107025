package llmsim.openresponses.request;

import static llmsim.api.json.Shape.bool;
import static llmsim.api.json.Shape.choice;
import static llmsim.api.json.Shape.fields;
import static llmsim.api.json.Shape.optional;
import static llmsim.api.json.Shape.required;

import java.util.Optional;
import llmsim.api.exchange.Body;
import llmsim.api.json.JsonLimits;
import llmsim.api.json.JsonReader;
import llmsim.api.json.Shape;
import llmsim.openresponses.facts.ResponsesFacts;
import llmsim.openresponses.wire.CreateResponse;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message over a WebSocket that asks for a response. Newer clients send the fields of the request beside the type, older
 * ones under {@code response}. That the response comes as events goes without saying.
 *
 * @param wanted the fields of the request, not checked yet
 */
public record CreateMessage(ObjectNode wanted) {
    private static final JsonReader READER = JsonReader.within(JsonLimits.DEFAULT);
    private static final Shape MESSAGE = fields(required("type", choice("response.create")));
    private static final Shape GENERATE = fields(optional("generate", bool().orNull()));

    /** Reads one; {@link llmsim.api.problem.ProblemException} if it is no JSON, or wants something else. */
    public static CreateMessage read(Body body) {
        var tree = READER.read(body);
        CreateRequests.check(MESSAGE, tree);
        var fields = tree.path("response") instanceof ObjectNode nested ? nested : (ObjectNode) tree;
        return new CreateMessage(fields.put("stream", true));
    }

    /** The request; {@link llmsim.api.problem.ProblemException} if it breaks a rule. */
    public CreateResponse request(ResponsesFacts facts) {
        CreateRequests.check(GENERATE, wanted);
        return CreateRequests.read(wanted, facts);
    }

    /** Whether an answer is wanted; else the response is only begun, for a later one to go on from. */
    public boolean generates() {
        return wanted.path("generate").asBoolean(true);
    }

    /** The response that it goes on from. */
    public Optional<String> previous() {
        return wanted.path("previous_response_id").stringValueOpt();
    }
}

package llmsim.openresponses.request;

import llmsim.api.dialect.ModelPlace;
import llmsim.api.exchange.Body;
import llmsim.api.json.FieldPath;
import llmsim.api.json.JsonLimits;
import llmsim.api.json.JsonReader;
import llmsim.api.json.Shape;
import llmsim.api.json.WireMapper;
import llmsim.api.problem.Problem.InvalidField;
import llmsim.api.problem.Violation;
import llmsim.openresponses.facts.ResponsesFacts;
import llmsim.openresponses.wire.CreateResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the bodies of calls; what is wrong with one is a {@link llmsim.api.problem.ProblemException}. */
public final class CreateRequests {
    /** Where they name their model. */
    public static final ModelPlace MODEL = new ModelPlace.Field("model");

    private static final JsonReader READER = JsonReader.within(JsonLimits.DEFAULT);

    private CreateRequests() {}

    /** A request that keeps all rules. */
    public static CreateResponse read(Body body, ResponsesFacts facts) {
        return read(READER.read(body), facts);
    }

    static CreateResponse read(JsonNode tree, ResponsesFacts facts) {
        if (!facts.conversations() && tree instanceof ObjectNode fields) {
            fields.remove("conversation");
        }
        nameKinds(tree.path("input"));
        check(RequestShape.REQUEST, tree);
        var request = WireMapper.snakeCase().read(tree, CreateResponse.class);
        if (request.previousResponseId() != null && request.conversation() != null) {
            throw new InvalidField(
                            FieldPath.of("previous_response_id"),
                            new Violation.Broken(
                                    "Mutually exclusive parameters. Ensure you are only providing one of:"
                                            + " 'previous_response_id' or 'conversation'.",
                                    "mutually_exclusive_parameters"))
                    .asException();
        }
        return request;
    }

    static void check(Shape shape, JsonNode tree) {
        shape.check(tree).ifPresent(wrong -> {
            throw wrong.asException();
        });
    }

    static void nameKinds(JsonNode items) {
        items.forEach(CreateRequests::nameKind);
    }

    /** Messages and references may leave their kind out; they must keep the rules of their kind all the same. */
    private static void nameKind(JsonNode item) {
        if (item instanceof ObjectNode object && !object.hasNonNull("type")) {
            if (object.has("role")) {
                object.put("type", "message");
            } else if (object.has("id")) {
                object.put("type", "item_reference");
            }
        }
    }
}

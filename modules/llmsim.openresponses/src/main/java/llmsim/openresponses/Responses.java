package llmsim.openresponses;

import java.util.List;
import java.util.stream.Stream;
import llmsim.api.dialect.Endpoint;
import llmsim.api.dialect.Operation;
import llmsim.api.dialect.Operation.Generation;
import llmsim.api.dialect.Operation.Play;
import llmsim.api.dialect.Services;
import llmsim.api.exchange.Call;
import llmsim.api.json.FieldPath;
import llmsim.api.problem.Problem.InvalidField;
import llmsim.api.problem.Violation;
import llmsim.api.render.Rendering;
import llmsim.openresponses.render.Requested;
import llmsim.openresponses.render.StreamedResponse;
import llmsim.openresponses.render.WholeResponse;
import llmsim.openresponses.request.CreateRequests;
import llmsim.openresponses.request.InputItems;
import llmsim.openresponses.request.Prompts;
import llmsim.openresponses.stored.StoredResponse;
import llmsim.openresponses.stored.StoredResponses;
import llmsim.openresponses.wire.CreateResponse;
import tools.jackson.databind.JsonNode;

/** {@code POST /responses}. */
final class Responses {
    private final ResponsesFacts facts;

    Responses(ResponsesFacts facts) {
        this.facts = facts;
    }

    Endpoint endpoint() {
        return new Endpoint(Call.Method.POST, facts.basePath() + "/responses", "responses", this::parse);
    }

    private Operation parse(Call call, Services services) {
        return create(CreateRequests.read(CreateRequests.tree(call.body())), call, services);
    }

    private Operation create(CreateResponse request, Call call, Services services) {
        var requested = new Requested(request, facts, call);
        var history = history(request, services);
        var input = InputItems.of(request.input(), services::newId);
        var all = Stream.concat(history.stream(), input.stream()).toList();
        var keep = StoredResponses.keep(requested, history, input);
        return new Generation(
                Prompts.neutral(request, all, services.models()),
                "resp_",
                rendering(requested),
                List.of(keep),
                Play.LIVE);
    }

    private static List<JsonNode> history(CreateResponse request, Services services) {
        var previous = request.previousResponseId();
        return previous == null
                ? List.of()
                : StoredResponses.find(services, previous)
                        .map(StoredResponse::conversation)
                        .orElseThrow(() -> unknownPrevious(previous));
    }

    private static RuntimeException unknownPrevious(String id) {
        return new InvalidField(
                        FieldPath.of("previous_response_id"),
                        new Violation.Broken(
                                "Previous response with id '" + id + "' not found.", "previous_response_not_found"))
                .asException();
    }

    private static Rendering rendering(Requested requested) {
        return requested.request().streamed()
                ? Rendering.sse(opening -> new StreamedResponse(opening, requested))
                : Rendering.json(opening -> new WholeResponse(opening, requested, response -> response));
    }
}

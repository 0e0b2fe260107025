package llmsim.openresponses;

import java.util.List;
import java.util.stream.Stream;
import llmsim.api.dialect.Services;
import llmsim.api.json.FieldPath;
import llmsim.api.problem.Problem.InvalidField;
import llmsim.api.problem.Violation;
import llmsim.openresponses.conversation.Conversations;
import llmsim.openresponses.request.InputItems;
import llmsim.openresponses.request.ToolTurns;
import llmsim.openresponses.stored.References;
import llmsim.openresponses.stored.StoredResponse;
import llmsim.openresponses.stored.StoredResponses;
import llmsim.openresponses.wire.CreateResponse;
import tools.jackson.databind.JsonNode;

/**
 * What a request goes on from, and what it adds.
 *
 * @param history items of the conversation or of the responses before it
 * @param input items of its own
 */
record Conversation(List<JsonNode> history, List<JsonNode> input) {
    static Conversation of(CreateResponse request, Services services) {
        var history = history(request, services);
        var input = References.resolved(InputItems.of(request.input(), services::newId), history, services);
        var conversation = new Conversation(history, input);
        ToolTurns.check(conversation.items());
        return conversation;
    }

    private static List<JsonNode> history(CreateResponse request, Services services) {
        return request.conversationId()
                .map(id -> Conversations.items(services, id))
                .orElseGet(() -> previous(request, services));
    }

    private static List<JsonNode> previous(CreateResponse request, Services services) {
        var previous = request.previousResponseId();
        return previous == null
                ? List.of()
                : StoredResponses.find(services, previous)
                        .map(StoredResponse::conversation)
                        .orElseThrow(() -> unknown(previous));
    }

    private static RuntimeException unknown(String id) {
        return new InvalidField(
                        FieldPath.of("previous_response_id"),
                        new Violation.Broken(
                                "Previous response with id '" + id + "' not found.", "previous_response_not_found"))
                .asException();
    }

    List<JsonNode> items() {
        return Stream.concat(history.stream(), input.stream()).toList();
    }
}

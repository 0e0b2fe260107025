package llmsim.openresponses.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import llmsim.api.content.Bytes;
import llmsim.api.dialect.Operation.Hold;
import llmsim.api.dialect.Operation.Keep;
import llmsim.api.json.FieldPath;
import llmsim.api.problem.Problem.InvalidField;
import llmsim.api.problem.Violation;
import llmsim.api.render.Rendering;
import llmsim.openresponses.render.Requested;
import llmsim.openresponses.render.WholeResponse;
import llmsim.openresponses.wire.Turn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a response has to do with its conversation: it has it to itself while it lasts, and adds to it when it is done. */
public final class Turns {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** Source: answers of the API as they are quoted in issues of its clients. */
    private static final InvalidField LOCKED = new InvalidField(
            FieldPath.of("conversation"),
            new Violation.Broken(
                    "Another process is currently operating on this conversation. Please retry in a few seconds.",
                    "conversation_locked"));

    private Turns() {}

    /** The conversation for one response alone. */
    public static Hold hold(String conversation) {
        return new Hold("conversations/" + conversation, LOCKED);
    }

    /** Adds input and output of a response that came to its end. What was in the conversation before stays where it is. */
    public static Keep keep(String conversation, Requested requested, List<JsonNode> history, List<JsonNode> input) {
        var added = new ArrayList<>(input);
        added.removeAll(history);
        return new Keep(
                Rendering.json(opening ->
                        new WholeResponse(opening, requested, response -> new Turn(added, response.output()))),
                (_, content, services) -> Conversations.append(services, conversation, items(content)));
    }

    private static List<JsonNode> items(Bytes content) {
        var turn = MAPPER.readTree(content.toUtf8());
        return Stream.of(turn.path("input"), turn.path("output"))
                .flatMap(JsonNode::valueStream)
                .collect(Collectors.toUnmodifiableList());
    }
}

package llmsim.openresponses.request;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import llmsim.api.json.FieldPath;
import llmsim.api.problem.Problem.InvalidField;
import llmsim.api.problem.ProblemException;
import llmsim.api.problem.Violation;
import tools.jackson.databind.JsonNode;

/**
 * The rule that calls of tools and their outputs belong together: an output has its call before it, and a call its
 * output after it.
 *
 * <p>Source: the API's answers as they are quoted in issues of its clients.
 */
public final class ToolTurns {
    private static final List<Pair> PAIRS = List.of(
            new Pair("function_call", "function_call_output", "function call"),
            new Pair("custom_tool_call", "custom_tool_call_output", "custom tool call"));

    /** Kinds that belong together, and what the provider calls them. */
    private record Pair(String call, String output, String name) {}

    private ToolTurns() {}

    /** Throws the provider's 400 if the items of a conversation, in order, break the rule. */
    public static void check(List<JsonNode> items) {
        PAIRS.forEach(pair -> check(pair, items));
    }

    private static void check(Pair pair, List<JsonNode> items) {
        var open = new LinkedHashSet<String>();
        var called = new HashSet<String>();
        for (var item : items) {
            var kind = Items.kind(item);
            var id = item.path("call_id").asString("");
            if (kind.equals(pair.call())) {
                called.add(id);
                open.add(id);
            } else if (kind.equals(pair.output())) {
                if (!called.contains(id)) {
                    throw broken("No tool call found for " + pair.name() + " output with call_id " + id + ".");
                }
                open.remove(id);
            }
        }
        open.stream().findFirst().ifPresent(id -> {
            throw broken("No tool output found for " + pair.name() + " " + id + ".");
        });
    }

    private static ProblemException broken(String sentence) {
        return new InvalidField(FieldPath.of("input"), new Violation.Broken(sentence, "")).asException();
    }
}

package llmsim.openai.chat.request;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import llmsim.api.json.FieldPath;
import llmsim.api.problem.Problem.InvalidField;
import llmsim.api.prompt.Tool;
import llmsim.api.prompt.ToolChoice;
import llmsim.openai.chat.wire.ChatCompletionRequest;

/** What the choice of a tool has to do with the tools. The texts are the API's own, seen in answers of 2025 and 2026. */
final class ToolRules {
    private ToolRules() {}

    static Optional<InvalidField> choiceNeedsTools(ChatCompletionRequest request) {
        return request.tools() == null && request.toolChoice() != null ? needsTools("tool_choice") : Optional.empty();
    }

    static Optional<InvalidField> parallelNeedsTools(ChatCompletionRequest request) {
        return request.tools() == null && request.parallelToolCalls() != null
                ? needsTools("parallel_tool_calls")
                : Optional.empty();
    }

    static Optional<InvalidField> choiceNamesATool(ChatCompletionRequest request) {
        var known = Tools.offered(request).stream().map(Tool::name).toList();
        return named(Tools.choice(request))
                .filter(name -> !known.contains(name))
                .findFirst()
                .flatMap(name -> Wrong.at(
                        FieldPath.of("function_call"),
                        "Invalid value for 'function_call': no function named '" + name
                                + "' was specified in the 'functions' parameter."));
    }

    private static Stream<String> named(ToolChoice choice) {
        return switch (choice) {
            case ToolChoice.Named(var name) -> Stream.of(name);
            case ToolChoice.Allowed(List<String> names, var _) -> names.stream();
            case ToolChoice.Auto _, ToolChoice.None _, ToolChoice.Required _, ToolChoice.Open _ -> Stream.empty();
        };
    }

    private static Optional<InvalidField> needsTools(String field) {
        return Wrong.at(
                FieldPath.of(field),
                "Invalid value for '" + field + "': '" + field + "' is only allowed when 'tools' are specified.");
    }
}

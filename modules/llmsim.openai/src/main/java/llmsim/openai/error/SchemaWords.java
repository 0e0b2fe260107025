package llmsim.openai.error;

import llmsim.api.json.FieldPath;
import llmsim.api.problem.Problem;
import llmsim.api.problem.SchemaUse;

/** What is wrong with a JSON Schema; the texts around the reason are the API's own. */
final class SchemaWords {
    private SchemaWords() {}

    static Explained unusable(Problem.UnusableSchema problem) {
        return switch (problem.use()) {
            case SchemaUse.ToolArguments(var index, var name) ->
                Explained.parameter(
                        "tools[" + index + "].function.parameters",
                        "Invalid schema for function '" + name + "': " + inContext(problem),
                        "invalid_function_parameters");
            case SchemaUse.AnswerFormat(var name) ->
                Explained.parameter(
                        "response_format",
                        "Invalid schema for response_format '" + name + "': " + inContext(problem),
                        null);
        };
    }

    private static String inContext(Problem.UnusableSchema problem) {
        return "In context=" + context(problem) + ", " + problem.reason() + ".";
    }

    /** A tuple as Python writes it: the service shows its own. */
    private static String context(Problem.UnusableSchema problem) {
        var steps = problem.where().steps().stream()
                .map(step -> switch (step) {
                    case FieldPath.Field(var name) -> "'" + name + "'";
                    case FieldPath.Index(var index) -> "'" + index + "'";
                })
                .toList();
        return "(" + String.join(", ", steps) + (steps.size() == 1 ? ",)" : ")");
    }
}

package llmsim.openai.error;

import llmsim.api.json.FieldPath;
import llmsim.api.problem.Problem;
import llmsim.api.problem.SchemaUse;

/** What is wrong with a JSON Schema; the texts around the reason are the API's own. */
public final class SchemaWords {
    private SchemaWords() {}

    /** Names the schema and the place in it that is at fault. */
    public static String sentence(SchemaUse use, FieldPath where, String reason) {
        return subject(use) + "In context=" + context(where) + ", " + reason + ".";
    }

    /** Speaks of the schema as a whole. */
    public static String sentence(SchemaUse use, String reason) {
        return subject(use) + reason + ".";
    }

    private static String subject(SchemaUse use) {
        return switch (use) {
            case SchemaUse.ToolArguments(var _, var name) -> "Invalid schema for function '" + name + "': ";
            case SchemaUse.AnswerFormat(var name) -> "Invalid schema for response_format '" + name + "': ";
        };
    }

    static Explained unusable(Problem.UnusableSchema problem, FieldNames names) {
        var sentence = sentence(problem.use(), problem.where(), problem.reason());
        return switch (problem.use()) {
            case SchemaUse.ToolArguments(var index, var _) ->
                Explained.parameter(
                        "tools[" + index + "]." + names.toolSchema(), sentence, "invalid_function_parameters");
            case SchemaUse.AnswerFormat _ -> Explained.parameter(names.formatSchema(), sentence, names.formatCode());
        };
    }

    /** A tuple as Python writes it: the service shows its own. */
    private static String context(FieldPath where) {
        var steps = where.steps().stream()
                .map(step -> switch (step) {
                    case FieldPath.Field(var name) -> "'" + name + "'";
                    case FieldPath.Index(var index) -> "'" + index + "'";
                })
                .toList();
        return "(" + String.join(", ", steps) + (steps.size() == 1 ? ",)" : ")");
    }
}
